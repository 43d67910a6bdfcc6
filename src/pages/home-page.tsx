import { topicsOf } from '../content/edition.ts';
import type { TopicId } from '../content/topics.ts';
import { HeadingText } from './heading-text.tsx';
import { Phone } from '../parts/phone.tsx';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';
import { pathOf } from '../site/addresses.ts';
import { Document } from './document.tsx';
import { DraftLabel } from './draft-label.tsx';
import type { PageContext } from './page-context.ts';
import { TopicList } from './topic-list.tsx';
import { WithClinic } from './with-clinic.tsx';

const tiles = ['hand-washing', 'home-hygiene', 'telling-others'] as const satisfies readonly TopicId[];
const carrierPath = ['what-it-is', 'home-hygiene', 'telling-others', 'treatment', 'daily-life'] as const satisfies readonly TopicId[];

/** The first page: am I in danger, what do I do now, where is the rest. */
export function HomePage({ context }: { context: PageContext }) {
  const { base, edition, language, t } = context;
  const told = topicsOf(edition);
  return (
    <Document context={context} title={t.plain('home:title')} styles={['further']}>
      <div class="top">
        <h1>
          <HeadingText text={t('home:heading')} tag={language.tag} />
        </h1>
        <p class="lead">
          <RichText text={t('home:lead')} />
        </p>
      </div>
      <nav class="tiles" aria-label={t.plain('home:now')}>
        {tiles.filter((topic) => told.includes(topic)).map((topic) => (
          <a href={base + pathOf(language.tag, topic) + (topic === 'hand-washing' ? '#timer' : '')}>
            <Picture name={`topics/${topic}`} />
            {t(`home:tiles.${topic}`)}
          </a>
        ))}
      </nav>
      {told.includes('get-help') && (
        <p class="buttons plain-links">
          <a href={base + pathOf(language.tag, 'get-help')}>
            <RichText text={t('get-help:heading')} />
          </a>
          {edition.phones.advice && <Phone {...edition.phones.advice.value} />}
        </p>
      )}
      <p class="staff-way">
        <a href={base + pathOf(language.tag, 'share')}>
          <WithClinic context={context} at="share:entry" />
        </a>
      </p>
      <DraftLabel context={context} />
      <section class="paths" aria-labelledby="paths">
        <h2 id="paths">{t('home:paths.heading')}</h2>
        <details class="path" id="carrier">
          <summary>
            <Who context={context} who="carrier" />
          </summary>
          <ol>
            {carrierPath.filter((topic) => told.includes(topic)).map((topic) => (
              <li>
                <a href={base + pathOf(language.tag, topic)}>
                  <span>
                    <RichText text={t(`${topic}:heading`)} />
                  </span>
                </a>
              </li>
            ))}
          </ol>
        </details>
        <a class="path" id="family" href={base + pathOf(language.tag, 'family')}>
          <Who context={context} who="family" />
        </a>
      </section>
      <section aria-labelledby="rest">
        <h2 id="rest">{t('home:rest')}</h2>
        <TopicList context={context} withPictures />
      </section>
    </Document>
  );
}

function Who({ context, who }: { context: PageContext; who: 'carrier' | 'family' }) {
  return (
    <>
      <strong>{context.t(`home:paths.${who}`)}</strong>
      <span>{context.t(`home:paths.${who}Text`)}</span>
    </>
  );
}
