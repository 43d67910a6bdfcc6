/** Time before and after the scrubbing, in seconds. No authority sets these: enough to open a tap, take soap, rinse and dry. */
export const aroundScrubbing = { leadIn: { wet: 5, soap: 5 }, after: { rinse: 8, dry: 12 } } as const;
