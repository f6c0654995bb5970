/** How the page was loaded (Navigation Timing): `reload`, `back_forward`, `navigate`; `''`: unknown. */
export function navigationType(): string {
  const [entry] = performance.getEntriesByType('navigation');
  return (entry as PerformanceNavigationTiming | undefined)?.type ?? '';
}
