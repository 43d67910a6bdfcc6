import { fill } from '../../parts/fill.ts';
import { untranslated } from '../../parts/untranslated.ts';
import { spanOf, type Part, type Plan } from './model.ts';
import { Pic } from './pic.tsx';
import type { TimerWords } from './props.ts';

const PARTS: readonly Part[] = ['wet', 'soap', 'scrub', 'rinse', 'dry'];

/** What is going to happen: each part with its picture and its seconds. Also there to read without a script. */
export function Strip({ plan, words }: { plan: Plan; words: TimerWords }) {
  const rub = plan.mode === 'rub';
  const [before, after] = words.whole.split('{{total}}');
  const parts = PARTS.filter((part) => plan.steps.some((step) => step.part === part));
  return (
    <>
      <ol class="timer-strip">
        {parts.map((part) => {
          const { from, to } = spanOf(plan, part);
          const seconds = Math.round((to - from) / 1000);
          const id = part === 'soap' && rub ? 'rub' : part;
          return (
            <li key={id} data-part={part}>
              <Pic id={id === 'scrub' ? 'palms' : id} />
              <span class="timer-part">{words.names[id]}</span>
              <span class="timer-seconds" {...untranslated}>
                {fill(part === 'scrub' ? words.leastSeconds : words.shownSeconds, { seconds })}
              </span>
            </li>
          );
        })}
      </ol>
      {!rub && (
        <p class="timer-whole">
          {before}
          <span {...untranslated}>{Math.round(plan.total / 1000)}</span>
          {after}
        </p>
      )}
    </>
  );
}
