import { aroundScrubbing } from '../content/around-scrubbing.ts';
import type { TimerProps, TimerWords } from '../islands/timer/props.ts';
import { Timer } from '../islands/timer/view.tsx';
import { washingMoves } from '../parts/moves.ts';
import { PictureSprite } from '../parts/picture.tsx';
import type { PageContext } from './page-context.ts';
import { TopicPage } from './topic-page.tsx';

/** Hand washing: the timer first, then everything that can be read. */
export function HandWashingPage({ context, words }: { context: PageContext; words: unknown }) {
  const { edition, language, t } = context;
  const { seconds, longer, rub } = edition.handWashing;
  const props: TimerProps = {
    lang: language.tag,
    seconds: seconds.value,
    choices: [seconds.value, ...longer],
    rubSeconds: rub.value,
    ...aroundScrubbing,
    words: { ...(words as TimerWords), start: t.plain('ui:timer.start'), startRub: t.plain('ui:timer.startRub') },
  };
  const island = (
    <>
      <PictureSprite names={[...washingMoves, 'rub', 'done']} />
      <div data-island="timer" data-props={JSON.stringify(props)}>
        <Timer {...props} />
      </div>
    </>
  );
  return <TopicPage context={context} topic="hand-washing" island={island} />;
}
