import type { PolicySummaryMessages } from '../../src/i18n/policy-summary-messages.js';
import reading from './reading.js';

const summary: PolicySummaryMessages = {
  ...reading,

  summaryHeading: 'Your data at a glance',
  summaryVersion: 'Version {version} · in force since {date}',
  summaryEffective: 'In force since {date}',
  summaryArchived: 'This is an earlier policy that is no longer in force.',

  nextTitle: 'This changes on {date}',
  nextLink: 'See what changes',

  labelsHeading: 'Labels',
  labelsHint: 'Choose a tile to see more about it.',
  labelOrdinary: 'Personal data',
  labelBiometric: 'Biometric data',
  labelAutomatic: 'Collected automatically',
  labelComplaints: 'Complaints',
  labelNone: 'None',
  labelUnstated: 'Not stated',
  labelNoneDetail: 'The policy says that this does not apply.',
  labelAnnouncedDetail: 'The policy has the heading, but nothing is listed under it.',
  labelLink: 'See it in the policy',
  countItems: '{n} {n:item|items}',
  countPlaces: '{n} {n:recipient|recipients}',
  countCookies: '{n} {n:kind|kinds} of cookies',
  choiceRequired: '{n} required',
  choiceOptional: '{n} optional',

  processingHeading: 'Why, what, and how long',
  purposesMore: '{n} more {n:purpose|purposes}',
  automaticHeading: 'Data collected automatically',
  factTrackers: 'Collected by',
  factCookies: 'Cookies',
  factEffect: 'If you refuse',
  factPermissions: 'Device permissions',
  keptHeading: '{n} {n:record|records} kept longer',
  keptUnnamed: 'Records that the policy does not name',

  recipientsHeading: 'Who receives it',
  consentRequired: 'required consent',
  consentOptional: 'optional consent',
  basisUnstated: 'basis not stated',
  processors: 'Work done by others',
  processorsNote: 'without your consent being needed',
  processorsPromotion: 'promotion and sales',
  subProcessors: 'Passed on to: {names}',
  asProcessor: 'Processed on behalf of customers',

  rightsHeading: 'What you can do',
  rightWithdraw: 'Withdrawing consent',
  rightLimit: 'Limit: {limit}',
  contactsHeading: 'Who to turn to',
  contacts: 'Who answers for your data',
  remedies: 'Remedies',
  remedyRetired: 'This contact is no longer in use.',
  remedyToday: 'The contact of today. The policy does not name it.',
  roleCpo: 'Privacy officer',
  roleOfficer: 'Person in charge',
  roleAccess: 'Requests for access',
  roleComplaints: 'Complaints',

  notReplacing:
    'This summary does not replace the privacy policy. Where they differ, the policy is right.',
  wholePolicy: 'Read the whole {policy}',
};

export default summary;
