/** Old tablets stand beside the device: what is younger than these, the page does not use. */
export const oldestBrowsers = { chrome: 105, firefox: 110, safari: 16 } as const;
