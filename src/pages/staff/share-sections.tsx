import { untranslated } from '../../parts/untranslated.ts';
import { oneFileName } from '../../site/one-file.ts';
import { pathOf } from '../../site/addresses.ts';
import type { PageContext } from '../page-context.ts';
import { Act } from './share-act.tsx';
import { WithClinic } from '../with-clinic.tsx';

/** The ways to the printed sheet and to the poster. */
export function OnPaper({ context }: { context: PageContext }) {
  const { base, language } = context;
  return (
    <section>
      <h2>
        <WithClinic context={context} at="share:paper.heading" />
      </h2>
      <p class="buttons">
        <a class="action" data-sheet href={base + pathOf(language.tag, 'sheet')}>
          <span>
            <WithClinic context={context} at="share:paper.sheet" />
          </span>
        </a>
        <a class="action" href={base + pathOf(language.tag, 'poster')}>
          <span>
            <WithClinic context={context} at="share:paper.poster" />
          </span>
        </a>
      </p>
    </section>
  );
}

/** The whole leaflet as one file, to save and to send; it lies at `file`, relative to the base. */
export function AsFile({ context, file }: { context: PageContext; file: string }) {
  const { base, language, t } = context;
  return (
    <section>
      <h2>
        <WithClinic context={context} at="share:file.heading" />
      </h2>
      <p>{t('share:file.body')}</p>
      <p class="buttons">
        <a class="action" data-act="file" href={base + file} download={oneFileName(language.tag)}>
          <span>
            <WithClinic context={context} at="share:file.save" />
          </span>
          <LanguageOfFile context={context} />
        </a>
        <Act context={context} does="send-file" at="file.send">
          <LanguageOfFile context={context} />
        </Act>
      </p>
      <p role="status" data-said="file" />
    </section>
  );
}

/** In which language the file is, by its own name: it follows the choice, far from where that was made. */
function LanguageOfFile({ context }: { context: PageContext }) {
  const { tag, script, autonym } = context.language;
  return (
    <bdi lang={tag} data-script={script} data-file-language {...untranslated}>
      {autonym}
    </bdi>
  );
}

/** A link to the first page of each language, which needs no code and no script. */
export function ByLanguage({ context }: { context: PageContext }) {
  const { base, languages, t } = context;
  return (
    <section>
      <h2>{t('share:links')}</h2>
      <ul class="plain-links">
        {languages.map((other) => (
          <li>
            <a href={base + pathOf(other.tag, 'home')} lang={other.tag} dir={other.dir} hreflang={other.tag}>
              {other.autonym}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
