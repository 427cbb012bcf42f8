export const sheetFiles: readonly string[];
export function schematicHash(): string;
