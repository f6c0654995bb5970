import type { ReadingMessages } from './reading-messages.js';

/** Texts of the summary. */
export interface PolicySummaryMessages extends ReadingMessages {
  readonly summaryHeading: string;
  readonly summaryVersion: string;
  readonly summaryEffective: string;
  readonly summaryArchived: string;

  /** The version that comes next. */
  readonly nextTitle: string;
  readonly nextLink: string;

  /** The tiles of the regulator's labelling (requirement POL-10). */
  readonly labelsHeading: string;
  readonly labelsHint: string;
  readonly labelOrdinary: string;
  readonly labelBiometric: string;
  readonly labelAutomatic: string;
  readonly labelComplaints: string;
  readonly labelNone: string;
  readonly labelUnstated: string;
  readonly labelNoneDetail: string;
  readonly labelAnnouncedDetail: string;
  readonly labelLink: string;
  readonly countItems: string;
  readonly countPlaces: string;
  readonly countCookies: string;
  readonly choiceRequired: string;
  readonly choiceOptional: string;

  readonly processingHeading: string;
  readonly purposesMore: string;
  readonly automaticHeading: string;
  readonly factTrackers: string;
  readonly factCookies: string;
  readonly factEffect: string;
  readonly factPermissions: string;
  readonly keptHeading: string;
  readonly keptUnnamed: string;

  readonly recipientsHeading: string;
  readonly consentRequired: string;
  readonly consentOptional: string;
  readonly basisUnstated: string;
  readonly processors: string;
  readonly processorsNote: string;
  readonly processorsPromotion: string;
  readonly subProcessors: string;
  readonly asProcessor: string;

  readonly rightsHeading: string;
  readonly rightWithdraw: string;
  readonly rightLimit: string;
  readonly contactsHeading: string;
  readonly contacts: string;
  readonly remedies: string;
  /** A number or address that no longer holds, and one of today in its place (POL-14). */
  readonly remedyRetired: string;
  readonly remedyToday: string;
  readonly roleCpo: string;
  readonly roleOfficer: string;
  readonly roleAccess: string;
  readonly roleComplaints: string;

  readonly notReplacing: string;
  readonly wholePolicy: string;
}
