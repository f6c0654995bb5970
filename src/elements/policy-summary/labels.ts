import type { PolicyContact } from '../../model/policy-about.js';
import type { NotApplicable, PolicyDocument } from '../../model/policy-document.js';
import type {
  DataItem,
  DataKind,
  Purpose,
  Required,
  ThirdParty,
  Transfer,
} from '../../model/policy-processing.js';
import type { Retention } from '../../model/retention.js';

/**
 * The labels of the regulator's labelling: at least items by kind, third-party provision and the
 * complaints department (requirement POL-10; 작성지침 2025.4).
 */
export type LabelId =
  | 'ordinary'
  | 'sensitive'
  | 'unique-id'
  | 'biometric'
  | 'automatic'
  | 'third-party'
  | 'overseas'
  | 'complaints';

/** One entry of the document behind a label. */
export interface LabelSource {
  /** What is counted: names of data, of cookie categories, or of a recipient. */
  readonly names: readonly string[];
  /** Absent where it is no question: data that is only passed on or kept. */
  readonly required?: Required | undefined;
  readonly purposes?: readonly Purpose[] | undefined;
  readonly retention?: Retention | undefined;
}

/** What the document says of one label. */
export interface Label {
  readonly id: LabelId;
  /**
   * `none`: the document itself says "해당 없음". `announced`: it has the part, and no rows follow.
   * `unstated`: it does not say. Nothing is ever concluded from silence.
   */
  readonly status: 'stated' | 'none' | 'announced' | 'unstated';
  readonly sources: readonly LabelSource[];
  /** Each name once. */
  readonly names: readonly string[];
  /** The contact behind the label of complaints. */
  readonly contact?: PolicyContact;
}

/** The special kinds of data, and how a document says that it has none. */
const KINDS: readonly (readonly [LabelId, readonly DataKind[], NotApplicable])[] = [
  ['sensitive', ['sensitive'], 'sensitiveData'],
  ['unique-id', ['unique-id', 'rrn'], 'uniqueIds'],
  ['biometric', ['biometric'], 'biometricData'],
];

const SPECIAL = KINDS.flatMap(([, kinds]) => kinds);

interface DataEntry extends Omit<LabelSource, 'names'> {
  readonly data?: readonly DataItem[] | undefined;
}

/** What the document says it collects. */
function collected({ processing = [], marketing }: PolicyDocument): readonly DataEntry[] {
  const use = marketing?.use;
  return use === undefined ? processing : [...processing, { ...use, required: false }];
}

/** What is passed on, kept or taken by itself: data that nobody is asked about there. */
function unasked(policy: PolicyDocument): readonly DataEntry[] {
  const { processors, asProcessor, keptRecords, automaticCollection: automatic } = policy;
  return [processors, asProcessor, keptRecords, automatic && [automatic], automatic?.cookies]
    .flatMap((part): readonly DataEntry[] => part ?? [])
    .concat(automatic?.trackers ?? [])
    .map(({ data, retention }) => ({ data, retention }));
}

/** Every place where the document names data: a special kind counts wherever it stands. */
function everywhere(policy: PolicyDocument): readonly DataEntry[] {
  const { thirdParties = [], transfers = [] } = policy;
  return [
    ...collected(policy),
    ...thirdParties.flatMap(({ uses, required }) => uses.map((use) => ({ ...use, required }))),
    ...transfers,
    ...unasked(policy),
  ];
}

function sourcesOf(
  entries: readonly DataEntry[],
  isWanted: (kind: DataKind) => boolean,
): readonly LabelSource[] {
  return entries.flatMap(({ data = [], required, purposes, retention }) => {
    const names = data.filter(({ kind }) => isWanted(kind)).map(({ name }) => name);
    return names.length === 0 ? [] : [{ names, required, purposes, retention }];
  });
}

function label(
  id: LabelId,
  sources: readonly LabelSource[],
  absent: Exclude<Label['status'], 'stated'>,
): Label {
  const names = [...new Set(sources.flatMap((source) => source.names))];
  return { id, status: names.length > 0 ? 'stated' : absent, sources, names };
}

/** Why a part has no rows: the document says so, announces it and leaves it empty, or is silent. */
export function absenceOf(
  { notApplicable = [] }: PolicyDocument,
  name: NotApplicable,
  part?: object,
): Exclude<Label['status'], 'stated'> {
  if (notApplicable.includes(name)) return 'none';
  return part === undefined ? 'unstated' : 'announced';
}

function recipients(entries: readonly (ThirdParty | Transfer)[] = []): readonly LabelSource[] {
  return entries.map((entry) => {
    const [use] = 'uses' in entry ? entry.uses : [entry];
    const { required, recipient } = entry;
    return {
      names: [recipient.name],
      required,
      purposes: use?.purposes,
      retention: use?.retention,
    };
  });
}

function automaticLabel(policy: PolicyDocument): Label {
  const { automaticCollection: automatic } = policy;
  const names = (automatic?.cookies ?? []).map(({ title }) => title);
  const data = (automatic?.data ?? []).map(({ name }) => name);
  const absent = absenceOf(policy, 'automaticCollection', automatic);
  return label('automatic', [{ names: names.length > 0 ? names : data }], absent);
}

/** Whom the document names for complaints, else who else answers for the data (PIPA 30(1)6). */
function complaintsContact({ contacts = [] }: PolicyDocument): PolicyContact | undefined {
  const roles = ['complaints', 'cpo', 'officer', 'access'] as const;
  return roles
    .map((role) => contacts.find((contact) => contact.role === role))
    .find((contact) => contact !== undefined);
}

/** What the document says of each label, in the order in which they are shown. */
export function labelsOf(policy: PolicyDocument): readonly Label[] {
  const { processing, thirdParties, transfers } = policy;
  const all = everywhere(policy);
  const contact = complaintsContact(policy);
  return [
    label(
      'ordinary',
      sourcesOf(collected(policy), (kind) => !SPECIAL.includes(kind)),
      absenceOf(policy, 'processing', processing),
    ),
    ...KINDS.map(([id, kinds, part]) =>
      label(
        id,
        sourcesOf(all, (kind) => kinds.includes(kind)),
        absenceOf(policy, part),
      ),
    ),
    automaticLabel(policy),
    label('third-party', recipients(thirdParties), absenceOf(policy, 'thirdParties', thirdParties)),
    label('overseas', recipients(transfers), absenceOf(policy, 'transfers', transfers)),
    contact === undefined
      ? label('complaints', [], 'unstated')
      : { id: 'complaints', status: 'stated', sources: [], names: [], contact },
  ];
}

/** How many of a label's names need consent and how many are optional. */
export interface LabelChoices {
  readonly required: number;
  readonly optional: number;
}

/** Counts each name once; `undefined` where the document leaves one of them open. */
export function choicesOf({ sources, names }: Label): LabelChoices | undefined {
  const said = names.map((name) => {
    const answers = sources.filter((source) => source.names.includes(name));
    return [true, false].find((answer) => answers.some(({ required }) => required === answer));
  });
  if (said.length === 0 || said.includes(undefined)) return undefined;
  const required = said.filter((answer) => answer === true).length;
  return { required, optional: said.length - required };
}
