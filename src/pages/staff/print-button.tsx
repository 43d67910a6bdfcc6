import type { PageContext } from '../page-context.ts';
import { WithClinic } from '../with-clinic.tsx';

/** Prints the page that it stands on, once a script is awake. */
export function PrintButton({ context }: { context: PageContext }) {
  return (
    <p class="buttons" hidden data-wakes>
      <button type="button" class="action" data-print>
        <WithClinic context={context} at="ui:print" />
      </button>
    </p>
  );
}
