// Runs at build time only: pictures are drawn into the page, so that reading needs no second request.
const files = import.meta.glob<string>('./pictures/**/*.svg', { query: '?raw', import: 'default', eager: true });

/** Width in CSS pixels where the style does not come: a browser that refuses it would fill the screen with each picture. */
const plainWidth = 96;

/** A drawn picture by its path below `pictures/`. It is decoration for a screen reader: its caption stands beside it in words. */
export function Picture({ name }: { name: string }) {
  const { viewBox, drawing } = pictureOf(name);
  return <svg class="pic" width={plainWidth} viewBox={viewBox} aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing }} />;
}

/** Pictures that an island shows and changes while it runs: drawn once, used by `<use href="#hand-palms">`. */
export function PictureSprite({ names }: { names: readonly string[] }) {
  return (
    <svg class="sprite" width={0} height={0} aria-hidden="true">
      {names.map((name) => {
        const { viewBox, drawing } = pictureOf(`hands/${name}`);
        return <symbol class="pic" id={`hand-${name}`} viewBox={viewBox} dangerouslySetInnerHTML={{ __html: drawing }} />;
      })}
    </svg>
  );
}

function pictureOf(name: string): { viewBox: string; drawing: string } {
  const svg = files[`./pictures/${name}.svg`];
  if (svg === undefined) throw new Error(`src/parts/pictures/${name}.svg: the file is missing`);
  const found = svg.match(/^<svg[^>]*viewBox="([^"]+)"[^>]*>([\s\S]*)<\/svg>\s*$/);
  if (!found?.[1] || found[2] === undefined) throw new Error(`src/parts/pictures/${name}.svg: expected one <svg> with a viewBox`);
  return { viewBox: found[1], drawing: found[2].trim() };
}
