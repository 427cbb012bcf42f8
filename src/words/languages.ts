/** The languages besides English, a line each. In the built page they have only what cannot wait: see `src/web/vite.config.ts`. */
export * as de from './languages/de.ts';
export * as es from './languages/es.ts';
