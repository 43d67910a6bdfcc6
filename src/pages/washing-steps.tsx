import type { Translator } from '../i18n/translator.ts';
import { washingMoves } from '../parts/moves.ts';
import { Picture } from '../parts/picture.tsx';
import { RichText } from '../parts/rich-text.tsx';

/** Every move with its picture and one line, readable without JavaScript and on paper. */
export function WashingSteps({ t }: { t: Translator }) {
  return (
    <ol class="moves">
      {washingMoves.map((move) => (
        <li>
          <figure>
            <Picture name={`hands/${move}`} />
            <figcaption>
              <strong>{t(`timer:names.${move}`)}</strong> <RichText text={t(`timer:lines.${move}`)} />
            </figcaption>
          </figure>
        </li>
      ))}
    </ol>
  );
}
