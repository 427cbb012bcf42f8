/** How a report looks: one column, black on white, on paper as on a screen. */
export const reportStyle = `
  body { font: 15px/1.45 Helvetica, Arial, 'DejaVu Sans', sans-serif; color: #1a1a1a; background: #fff;
    max-width: 800px; margin: 1.5rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
  h1 { margin: 0; font-size: 2rem; }
  h1.well::before { content: '✓ '; }
  h1.ill::before { content: '⚠ '; }
  h2 { font-size: 1.15rem; margin: 1.6rem 0 0.4rem; border-bottom: 1px solid #999; }
  .kicker { margin: 0; color: #444; }
  .reason { font-size: 1.15rem; font-weight: bold; margin: 0.2rem 0; }
  .mark { margin: 0 0 0.8rem; padding: 0.5rem; text-align: center; font-weight: bold; border: 3px dashed #1a1a1a; }
  .soft { color: #444; font-size: 0.87rem; }
  dl { margin: 0.4rem 0; }
  dl div { display: grid; grid-template-columns: 12rem 1fr; gap: 1rem; padding: 0.12rem 0; }
  dt { color: #444; }
  dd { margin: 0; }
  table { border-collapse: collapse; width: 100%; margin: 0.6rem 0; }
  th, td { text-align: left; padding: 0.25rem 0.6rem; border-bottom: 1px solid #ccc; font-variant-numeric: tabular-nums; }
  svg { max-width: 100%; height: auto; }
  .sign { display: flex; gap: 2rem; margin-top: 3.5rem; }
  .sign span { flex: 1; border-top: 1px solid #1a1a1a; padding-top: 0.2rem; color: #444; }
  @media (max-width: 500px) { dl div { grid-template-columns: 1fr; gap: 0; } }
  @media print { body { margin: 0; font-size: 12px; } svg, table, .sign { break-inside: avoid; } h2 { break-after: avoid; } }
  @page { size: A4; margin: 16mm; }
`;
