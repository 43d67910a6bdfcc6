import { toldBlock } from '../content/edition.ts';
import { checkParts } from '../content/parts.ts';
import { shapeOf } from '../content/topics.ts';
import { pathOf } from '../site/addresses.ts';
import { BlockBody } from './blocks.tsx';
import type { PageContext } from './page-context.ts';

/** Four questions to answer in one's own words. Behind each stands what the leaflet says, and the way back to where it says so. No score. */
export function Check({ context, onOnePage = false }: { context: PageContext; onOnePage?: boolean }) {
  const { base, edition, language, t } = context;
  const asked = checkParts.filter(({ topic, block }) => toldBlock(edition, topic, block)).slice(0, 4);
  return (
    <section class="block folds" id="check">
      <h2>{t('check:heading')}</h2>
      <p>{t('check:intro')}</p>
      {asked.map(({ topic, block, also, as = block }) => (
        <details>
          <summary>
            <span>{t(`check:asks.${as}`)}</span>
          </summary>
          {[block, also].map((told) => told && toldBlock(edition, topic, told) && <BlockBody context={context} at={`${topic}:blocks.${told}`} shape={shapeOf(topic, told)} />)}
          <a href={onOnePage ? `#${topic}-${block}` : `${base}${pathOf(language.tag, topic)}#${block}`}>{t('check:again')}</a>
        </details>
      ))}
    </section>
  );
}
