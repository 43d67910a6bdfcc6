import type { ComponentChildren } from 'preact';
import type { PageContext } from '../page-context.ts';
import { WithClinic } from '../with-clinic.tsx';

interface ActProps {
  context: PageContext;
  does: string;
  at?: string;
  /** What it says where the main facts are handed over and not a link. */
  asText?: string;
  format?: string;
  main?: boolean;
  children?: ComponentChildren;
}

/** A button that the script wakes, because nothing can be done here without it. */
export function Act({ context, does, at = does, asText, format, main = false, children }: ActProps) {
  return (
    <button type="button" class={main ? 'action' : undefined} hidden data-wakes data-act={does}>
      <span data-handing={asText && 'link'}>
        <WithClinic context={context} at={`share:${at}`} values={format ? { format } : {}} />
      </span>
      {asText && (
        <span hidden data-handing="text">
          <WithClinic context={context} at={`share:${asText}`} />
        </span>
      )}
      {children}
    </button>
  );
}
