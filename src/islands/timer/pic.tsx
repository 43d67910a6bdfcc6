/** One of the drawn hands: 'palms' shows the symbol #hand-palms of the page. */
export function Pic({ id }: { id: string }) {
  return (
    <svg class="pic" viewBox="0 0 96 96" aria-hidden="true">
      <use href={`#hand-${id}`} />
    </svg>
  );
}
