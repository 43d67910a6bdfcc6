/** The moves of the scrub, in their order (technique as taught by the WHO: palms, backs, between, backs of fingers, thumbs, tips). */
export const scrubMoves = ['palms', 'backs', 'between', 'finger-backs', 'thumbs', 'fingertips'] as const;

/** The moves of a whole hand wash, in their order. */
export const washingMoves = ['wet', 'soap', ...scrubMoves, 'rinse', 'dry', 'tap-off'] as const;
