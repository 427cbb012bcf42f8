/** What an alarm says and what to do: the form of it in each language. */
export interface AlarmWords {
  /** What is wrong, in a few words. */
  readonly text: string;
  readonly remedy: string;
}

/** By the id of the alarm. */
export type AlarmCatalogue = Readonly<Record<string, AlarmWords>>;
