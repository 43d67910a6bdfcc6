import type { Qr } from './qr.ts';

/** A code, dark on white whatever the page looks like: many readers know no other. `label` says what it is for. */
export function QrCode({ qr, label }: { qr: Qr; label: string }) {
  return (
    <svg class="qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${qr.size}v${qr.size}H0z`} />
      <path fill="#000" d={qr.path} />
    </svg>
  );
}
