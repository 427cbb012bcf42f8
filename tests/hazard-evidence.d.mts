/** Of vitest's JSON report, what is read. */
export interface TestReport {
  readonly testResults?: readonly {
    readonly name: string;
    readonly assertionResults?: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}
/** By file and name: what it is evidence for. */
export type Wanted = Readonly<Record<string, Readonly<Record<string, string>>>>;
export function missingEvidence(report: TestReport | undefined, wanted?: Wanted): string[];
export function leftOutEvidence(report: TestReport | undefined, wanted?: Wanted): string[];
export function skippedTests(report: TestReport | undefined): string[];
