/** The services of the demo by the id of their policy, as the start page names them. */
export const SERVICES: Readonly<Record<string, string>> = {
  haru: '하루',
  xperp: 'XpERP',
  nexcore: 'NEXCORE',
  qsolution: 'Qsolution & IAMSolution',
  codexa: 'Codexa / Classpatra',
  infinisoft: 'Infinisoft',
  maru: '마루',
};
