import { untranslated } from './untranslated.ts';

/** A phone number that can be tapped, and that keeps its order in right-to-left text. */
export function Phone({ display, dial }: { display: string; dial: string }) {
  return (
    <a class="phone" href={`tel:${dial}`}>
      <bdi dir="ltr" {...untranslated}>
        {display}
      </bdi>
    </a>
  );
}
