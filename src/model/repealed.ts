/** The day on which the rule about dormant accounts ceased to exist (PIPA 39-6, Decree 48-5; checked 2026-11-21). */
export const DORMANCY_REPEALED = '2023-09-15';
