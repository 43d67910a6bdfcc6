/**
 * Seconds of hand washing that others give, whatever the place of the edition, for explaining why leaflets differ. Each fills the {{placeholder}} of its name.
 *
 * cdcSeconds: the CDC's time of scrubbing (source 'cdc-hands') · whoLow, whoHigh: the WHO's, of the whole wash (source 'who-hands')
 */
export const elsewhere = { cdcSeconds: 20, whoLow: 40, whoHigh: 60 } as const;
