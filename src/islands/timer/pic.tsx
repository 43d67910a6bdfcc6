/** One of the drawn hands: 'palms' shows the symbol #hand-palms of the page. */
export function Pic({ id }: { id: string }) {
  return (
    <svg class="pic" width="96" viewBox="0 0 96 96" aria-hidden="true">
      <use href={`#hand-${id}`} />
    </svg>
  );
}

/** The same as a copy of its own, because WebKit (every iPhone) does not move what is shown through <use>. */
export function MovingPic({ id }: { id: string }) {
  const draw = (svg: SVGSVGElement | null) => {
    if (svg?.firstChild) return;
    const symbol = document.getElementById(`hand-${id}`);
    svg?.replaceChildren(...[...(symbol?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  };
  // Another key is another element; what is drawn stays, and moves on, from one second to the next.
  return <svg key={id} class="pic" viewBox="0 0 96 96" aria-hidden="true" ref={draw} />;
}
