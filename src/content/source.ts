/** Where a fact comes from. Where its title was not seen, `title` describes it. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** Date printed on the source (ISO), or null where it shows none. */
  readonly dated: string | null;
  /** When it was read for this leaflet (ISO). */
  readonly read: string;
  /** Language of the source (BCP-47). */
  readonly lang: string;
  /**
   * How much of it was read, as the page about the leaflet says. `part`: only a part of it was available. `older`: the whole of an older text
   * of it, and the page itself may say something else by now.
   */
  readonly extent: 'whole' | 'part' | 'older';
}
