import { useLayoutEffect, useRef } from 'preact/hooks';

/** One of the drawn hands: 'palms' shows the symbol #hand-palms of the page. */
export function Pic({ id }: { id: string }) {
  return (
    <svg class="pic" viewBox="0 0 96 96" aria-hidden="true">
      <use href={`#hand-${id}`} />
    </svg>
  );
}

/** The same as a copy of its own, because WebKit (every iPhone) does not move what is shown through <use>. */
export function MovingPic({ id }: { id: string }) {
  const svg = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const symbol = document.getElementById(`hand-${id}`);
    svg.current?.replaceChildren(...[...(symbol?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  }, [id]);
  return <svg class="pic" viewBox="0 0 96 96" aria-hidden="true" ref={svg} />;
}
