/** The shapes of the record's JSON. */

export type Stance = 'asserts' | 'denies' | 'urges' | 'differs' | 'no_position' | 'not_reported';

export interface Interval { readonly earliest: string | null; readonly latest: string | null; readonly basis: string }

export interface PartyRef { readonly party: string | null; readonly name: string; readonly state: string | null; readonly kind: string | null }

export interface PlaceRef { readonly place: string | null; readonly name: string; readonly lat: number | null; readonly lon: number | null; readonly precision_km: number | null; readonly country: string | null }

/** Hold an interval with its basis and the words to show; `inferred` tells that nothing states it. */
export interface When {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: string;
  readonly inferred: boolean;
  readonly words: string;
}

/** Hold where one side stands on whether an incident happened. */
export interface SideStance {
  readonly key: string;
  readonly name: string;
  readonly stance: Stance;
}

/** Count the rows that people decided on, of all they could decide on. */
export interface Reviewed {
  readonly decided: number;
  readonly total: number;
}

/** Hold one incident of a list; `title` is the label without its date, `documents` counts those known on the day. */
export interface IncidentRow {
  readonly id: string;
  readonly short_id: string;
  readonly label: string;
  readonly title: string;
  readonly type: string;
  readonly status: string;
  readonly status_words: string;
  readonly happened: When | null;
  readonly places: readonly PlaceRef[];
  readonly actors: readonly PartyRef[];
  readonly recipients: readonly PartyRef[];
  readonly sides: readonly SideStance[];
  readonly documents: number;
  readonly origins: number;
  readonly discrepancies: number;
  readonly events: number;
  readonly known_since: string | null;
  readonly state: string | null;
}

/** Hold what is said about a document without its text; offsets count code points. */
export interface DocumentRow {
  readonly id: string;
  readonly short_id: string;
  readonly name: string;
  readonly path: string;
  readonly title: string | null;
  readonly outlet: string;
  readonly publisher: string | null;
  readonly agency: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly published: When | null;
  readonly published_words: string;
  readonly text_sha256: string;
  readonly length: number;
  readonly replaces: string | null;
  readonly copy_of: string | null;
  readonly copied_share: number;
}

/** Hold a stretch of text with the kinds of marks over it: `source`, `cue`, `content`, `evidence`. */
export interface CardPiece {
  readonly text: string;
  readonly kinds: readonly string[];
}

/** Hold one voice as shown: a statement, or a claim that an outlet makes itself (`kind`). */
export interface WordsCard {
  readonly id: string;
  readonly short_id: string;
  readonly kind: string;
  readonly document: string;
  readonly document_name: string;
  readonly crumbs: readonly string[];
  readonly side: string;
  readonly act: string;
  readonly act_words: string;
  readonly polarity: string;
  readonly negated_act: boolean;
  readonly directness: string;
  readonly hedge: boolean;
  readonly channel: string | null;
  readonly said: string;
  readonly outlet: string;
  readonly published: string;
  readonly url: string | null;
  readonly text_sha256: string;
  readonly pieces: readonly CardPiece[];
  readonly cut_before: boolean;
  readonly cut_after: boolean;
  readonly parent: string | null;
  readonly score: number;
  readonly state: string | null;
}

/** Hold cards by the id of the statement or claim they show. */
export interface Cards {
  readonly cards: Readonly<Record<string, WordsCard>>;
}

/** Hold one field that a correction may set: how it is filled, and what it holds now. */
export interface CorrectField {
  readonly name: string;
  readonly fill: string;
  readonly value: string;
}

/** Hold one row behind some words that people can correct: a statement, an event or a claim; `words` tell which. */
export interface CorrectRow {
  readonly target: string;
  readonly kind: string;
  readonly words: string;
  readonly state: string | null;
  readonly fields: readonly CorrectField[];
}

/** Hold one entry of the review log: who decided what, when and why, and how it is attached to the rows of now. */
export interface Entry {
  readonly id: string;
  readonly recorded: string;
  readonly reviewer: string;
  readonly verb: string;
  readonly target_kind: string;
  readonly target: string;
  readonly target_now: string;
  readonly other: string | null;
  readonly other_now: string | null;
  readonly correction: Readonly<Record<string, string | number | number | boolean | null>>;
  readonly reason: string | null;
  readonly supersedes: string | null;
  readonly taken_back: boolean;
  readonly attachment: string;
  readonly quote: string;
}

/** Hold one clause of the sentence under the title, and the rows it leads to. */
export interface SummaryClause {
  readonly text: string;
  readonly stance: Stance;
  readonly statements: readonly string[];
  readonly claims: readonly string[];
}

/** Hold one column of the matrix; `involved` tells the parties to the incident from other voices. */
export interface MatrixSide {
  readonly key: string;
  readonly name: string;
  readonly involved: boolean;
}

/** Hold one side's stand on one line; a side without a cell is `not_reported`. */
export interface MatrixCell {
  readonly stance: Stance;
  readonly count: number;
  readonly against: number;
  readonly documents: number;
  readonly words: string;
  readonly speakers: string;
  readonly statements: readonly string[];
  readonly claims: readonly string[];
}

/** Hold one row of the matrix, a neutral question, with the cells by side's key. */
export interface MatrixLine {
  readonly slot: string;
  readonly label: string;
  readonly question: string;
  readonly cells: Readonly<Record<string, MatrixCell>>;
  readonly discrepancies: readonly string[];
}

/** Hold the claims matrix, lines and sides in the order to show. */
export interface ClaimsMatrix {
  readonly sides: readonly MatrixSide[];
  readonly lines: readonly MatrixLine[];
}

/** Hold a stretch of words, and whether other accounts lack them. */
export interface DiffWord {
  readonly text: string;
  readonly differs: boolean;
}

/** Hold one account of a discrepancy; `card` is the id of the card that shows its words. */
export interface DiffAccount {
  readonly claim: string;
  readonly card: string;
  readonly side: string;
  readonly speaker: string;
  readonly outlet: string;
  readonly published: string;
  readonly polarity: string;
  readonly value: string;
  readonly words: readonly DiffWord[];
  readonly context: string;
}

/** Hold one discrepancy with its accounts, in an order in which the first few differ. */
export interface DiffRow {
  readonly id: string;
  readonly slot: string;
  readonly label: string;
  readonly kind: string;
  readonly kind_words: string;
  readonly explanation: string;
  readonly score: number;
  readonly other_incident: string | null;
  readonly accounts: readonly DiffAccount[];
  readonly state: string | null;
}

/** Mark one interval on a lane. */
export interface LaneTick {
  readonly when: When;
  readonly stance: Stance;
  readonly statements: readonly string[];
  readonly events: readonly string[];
}

/** Hold one side's ticks on both clocks; `undated` counts its statements without a date. */
export interface TimeLane {
  readonly side: MatrixSide;
  readonly happened: readonly LaneTick[];
  readonly said: readonly LaneTick[];
  readonly undated: number;
}

/** Mark a day on which an agreement was invoked, affirmed, said to be broken or defended. */
export interface BandTick {
  readonly day: string;
  readonly relation: string;
  readonly words: string;
  readonly statement: string | null;
}

/** Hold an agreement as a band under the lanes, from its signing to its end where it has one. */
export interface AgreementBand {
  readonly id: string;
  readonly name: string;
  readonly signed: string | null;
  readonly ended: string | null;
  readonly ticks: readonly BandTick[];
}

/** Hold the lanes between the first and the last day on either clock. */
export interface Timeline {
  readonly first: string | null;
  readonly last: string | null;
  readonly lanes: readonly TimeLane[];
  readonly agreements: readonly AgreementBand[];
}

/** Hold one place: where, how precisely, in whose accounts; without a point it is listed, not drawn. */
export interface MapArea {
  readonly place: PlaceRef;
  readonly placed: boolean;
  readonly precision: string;
  readonly sides: readonly string[];
  readonly events: readonly string[];
  readonly statements: readonly string[];
}

/** Hold the areas, and the sentence on boundaries that goes with every map. */
export interface IncidentMap {
  readonly boundaries: string;
  readonly areas: readonly MapArea[];
}

/** Hold one line about an agreement: who does what to which clause, in whose words. */
export interface LedgerRow {
  readonly id: string;
  readonly agreement: string;
  readonly agreement_name: string;
  readonly relation: string;
  readonly words: string;
  readonly clause: string | null;
  readonly clause_text: string | null;
  readonly voice: string;
  readonly accused: string | null;
  readonly said: When | null;
  readonly published: When | null;
  readonly document: string;
  readonly outlet: string | null;
  readonly statement: string | null;
  readonly quote: string;
  readonly incidents: readonly (readonly [string, string])[];
  readonly state: string | null;
}

/** Hold one call, visit or meeting. */
export interface ContactRow {
  readonly incident: string;
  readonly short_id: string;
  readonly label: string;
  readonly happened: When | null;
  readonly how: string;
  readonly parties: readonly string[];
  readonly told_by: readonly string[];
  readonly channels: readonly string[];
  readonly statements: readonly string[];
  readonly documents: readonly string[];
  readonly denied: boolean;
}

/** Hold one figure of casualties in its source's words; a slot without any reads `none reported`, never 0. */
export interface FigureRow {
  readonly incident: string;
  readonly short_id: string;
  readonly label: string;
  readonly slot: string;
  readonly text: string;
  readonly quote: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly whose: string | null;
  readonly source: string | null;
  readonly side: string | null;
  readonly outlet: string | null;
  readonly polarity: string;
  readonly said: When | null;
  readonly happened: When | null;
  readonly document: string;
  readonly claim: string;
  readonly statement: string | null;
}

/** Hold the incident screen; cards, events, history and similar incidents have routes of their own. */
export interface IncidentPage {
  readonly incident: IncidentRow;
  readonly sentence: string;
  readonly summary: readonly SummaryClause[];
  readonly reviewed: Reviewed;
  readonly matrix: ClaimsMatrix;
  readonly differences: readonly DiffRow[];
  readonly timeline: Timeline;
  readonly map: IncidentMap;
  readonly agreements: readonly LedgerRow[];
  readonly contacts: readonly ContactRow[];
  readonly casualties: Readonly<Record<string, readonly FigureRow[]>>;
  readonly documents: readonly DocumentRow[];
  readonly later: number;
  readonly undated: number;
}

/** Hold one role of an event: its words and whom, where, when or how many they stand for. */
export interface EventArgument {
  readonly role: string;
  readonly words: string;
  readonly value: string;
}

/** Hold one member of an incident with its codes and the rule that fired; `card` shows its statement. */
export interface EventRow {
  readonly id: string;
  readonly document: string;
  readonly document_name: string;
  readonly statement: string | null;
  readonly voice: string;
  readonly trigger: string;
  readonly type: string;
  readonly plover_type: string;
  readonly plover_mode: string | null;
  readonly contexts: readonly string[];
  readonly cameo: string | null;
  readonly intensity: number | null;
  readonly factuality: string;
  readonly frame: string;
  readonly rule: string;
  readonly score: number;
  readonly happened: When | null;
  readonly place: PlaceRef | null;
  readonly arguments: readonly EventArgument[];
  readonly sentence: string;
  readonly state: string | null;
}

/** Hold an incident that may be the same, with the score and what speaks for it. */
export interface SimilarRow {
  readonly incident: IncidentRow;
  readonly score: number;
  readonly why: readonly string[];
  readonly left: string;
  readonly right: string;
}

/** Hold what a merge or split would make: the incidents as they would stand, and what changes. */
export interface Preview {
  readonly verb: string;
  readonly incidents: readonly IncidentRow[];
  readonly sentences: readonly string[];
  readonly matrices: readonly ClaimsMatrix[];
  readonly left: string;
  readonly right: string;
  readonly refused: string | null;
}

/** Count documents published on one day. */
export interface DayCount {
  readonly day: string;
  readonly documents: number;
}

/** Hold how a stance is drawn: shape and word together. */
export interface Sign {
  readonly stance: string;
  readonly shape: string;
  readonly word: string;
}

/** Hold what every screen needs of the record: counts, the days of the published clock, signs and choices. */
export interface RecordPage {
  /** Which rows were published, and what was left out; a server says neither. */
  readonly selection?: string;
  readonly left_out?: string | null;
  /** The screens a published record has. */
  readonly screens?: readonly string[];
  readonly title: string;
  readonly version: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly status: Readonly<Record<string, number>>;
  readonly days: readonly DayCount[];
  readonly undated: number;
  readonly last_recorded: string | null;
  readonly signs: readonly Sign[];
  readonly status_words: Readonly<Record<string, string>>;
  readonly kind_words: Readonly<Record<string, string>>;
  readonly slots: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly boundaries: string;
}

/** Mark a stretch of the layout in UTF-16 units; `metadata` and `boilerplate` are shown greyed. */
export interface TextBlock {
  readonly kind: string;
  readonly start: number;
  readonly stop: number;
}

/** Mark words of a statement in UTF-16 units: its `source`, `cue` or `content`. */
export interface TextMark {
  readonly statement: string;
  readonly kind: string;
  readonly start: number;
  readonly stop: number;
}

/** Hold what stands beside a document of one statement; `start` is in UTF-16 units. */
export interface Note {
  readonly id: string;
  readonly short_id: string;
  readonly number: number;
  readonly start: number;
  readonly crumbs: readonly string[];
  readonly side: string;
  readonly act: string;
  readonly act_words: string;
  readonly polarity: string;
  readonly hedge: boolean;
  readonly channel: string | null;
  readonly parent: string | null;
  readonly incidents: readonly (readonly [string, string])[];
  readonly state: string | null;
}

/** Hold a whole document as read; all offsets are UTF-16 units, as browsers count. */
export interface ReaderPage {
  readonly document: DocumentRow;
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  readonly marks: readonly TextMark[];
  readonly notes: readonly Note[];
  readonly incidents: readonly (readonly [string, string, string])[];
  readonly copies: readonly (readonly [string, string, number])[];
  readonly seen_at: readonly string[];
}

/** Hold one party of the record with what it says and is said to do; `speaks` counts statements on its behalf. */
export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: string | null;
  readonly sector: string | null;
  readonly parent: string | null;
  readonly principal: string | null;
  readonly speaks: number;
  readonly acts: number;
  readonly undergoes: number;
}

/** Hold one term of office: person, office, state or body, first and last day (partial dates allowed). */
export interface Office {
  readonly person: string;
  readonly office: string;
  readonly of: string;
  readonly first: string | null;
  readonly last: string | null;
}

/** Count how often one party is said to do something to another, denials apart. */
export interface EdgeRow {
  readonly actor: string;
  readonly actor_name: string;
  readonly recipient: string;
  readonly recipient_name: string;
  readonly type: string;
  readonly events: number;
  readonly documents: number;
}

/** Hold one party: whom it belongs to and speaks for, its offices, what is done by and to it, its incidents. */
export interface ActorPage {
  readonly actor: ActorRow;
  readonly chain: readonly (readonly [string, string])[];
  readonly bodies: readonly (readonly [string, string])[];
  readonly offices: readonly Office[];
  readonly acts_of: Readonly<Record<string, number>>;
  readonly edges: readonly EdgeRow[];
  readonly statements: readonly string[];
  readonly incidents: readonly (readonly [string, string, string])[];
}

/** Hold one party of the network; `weight` counts the events it takes part in. */
export interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly state: string | null;
  readonly weight: number;
}

/** Hold who is said to act on whom; `left_out` counts edges below the number asked for. */
export interface Network {
  readonly nodes: readonly Node[];
  readonly edges: readonly EdgeRow[];
  readonly left_out: number;
}

/** Hold one telling behind an edge; `statement` is absent where an outlet tells it in its own words. */
export interface EdgeTelling {
  readonly event: string;
  readonly statement: string | null;
  readonly document: string;
  readonly outlet: string;
  readonly published: string;
  readonly trigger: string;
  readonly sentence: string;
  readonly incident: readonly [string, string, string] | null;
  readonly denied: boolean;
}

/** Hold one outlet or agency; `reliability` (A to F) and `credibility` (1 to 6) are set by people, F6 unless set. */
export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string | null;
  readonly owner: string | null;
  readonly country: string | null;
  readonly documents: number;
  readonly original: number;
  readonly statements: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly reliability: string;
  readonly credibility: string;
  readonly graded: string | null;
}

/** Count documents of one outlet that repeat another's, with the mean share of their text, or credit an agency. */
export interface OriginLink {
  readonly outlet: string;
  readonly origin: string;
  readonly how: string;
  readonly documents: number;
  readonly share: number | null;
}

/** Hold one outlet: whom it repeats or credits, who repeats it, whom it quotes, its documents, its grades. */
export interface SourcePage {
  readonly source: SourceRow;
  readonly draws_on: readonly OriginLink[];
  readonly repeated_by: readonly OriginLink[];
  readonly quotes: readonly (readonly [string, string, number])[];
  readonly documents: readonly DocumentRow[];
  readonly grades: readonly (readonly [string, string, string, string | null])[];
}

/** Hold one agreement that is spoken of, with how often for each relation, in the period and in the one before. */
export interface AgreementRow {
  readonly id: string;
  readonly name: string;
  readonly signed: string | null;
  readonly ended: string | null;
  readonly parties: readonly string[];
  readonly relations: Readonly<Record<string, number>>;
  readonly before: Readonly<Record<string, number>>;
  readonly last: string | null;
}

/** Hold one clause, retold, with how often each relation is said of it, in the period and in the one before. */
export interface ClauseRow {
  readonly id: string | null;
  readonly text: string;
  readonly relations: Readonly<Record<string, number>>;
  readonly before: Readonly<Record<string, number>>;
}

/** Hold the ledger of one agreement; the program never judges status or compliance. */
export interface AgreementPage {
  readonly agreement: AgreementRow;
  readonly mediators: readonly string[];
  readonly names: readonly string[];
  readonly external: Readonly<Record<string, string>>;
  readonly clauses: readonly ClauseRow[];
  readonly accused: readonly (readonly [string, string, number])[];
  readonly entries: readonly LedgerRow[];
  readonly period: string;
  readonly period_before: string;
}

/** Hold one thing found: `kind` incident, document, statement, actor, place, agreement or source, and its words. */
export interface Hit {
  readonly kind: string;
  readonly id: string;
  readonly short_id: string | null;
  readonly title: string;
  readonly facts: string;
  readonly pieces: readonly (readonly [string, boolean])[];
  readonly why: string | null;
  readonly document: string | null;
}

/** Hold what was found, by kind in order of likeness, and how many of each kind there are (at most 1,000). */
export interface SearchPage {
  readonly query: string;
  readonly hits: readonly Hit[];
  readonly counts: Readonly<Record<string, number>>;
  readonly advice: string | null;
  readonly note: string | null;
}

/** Hold one statement as published pages search it: for whom it is made, what it does where, and its words. */
export interface SaidRow {
  readonly id: string;
  readonly document: string;
  readonly who: string;
  readonly facts: string;
  readonly words: string;
}

/** Hold what a document adds to one incident: `opens`, `adds_position`, `changes_number`, `adds_detail`, `repeats`. */
export interface News {
  readonly incident: string;
  readonly short_id: string;
  readonly label: string;
  readonly effect: string;
  readonly words: readonly string[];
  readonly statements: readonly string[];
}

/** Hold one document in order of arrival with what it adds to the record. */
export interface InboxRow {
  readonly document: DocumentRow;
  readonly recorded: string;
  readonly news: readonly News[];
  readonly failure: string | null;
}

/** Hold one numbered source of a briefing. */
export interface Source {
  readonly number: number;
  readonly key: string;
  readonly card: string;
  readonly outlet: string;
  readonly published: string;
  readonly quote: string;
  readonly url: string | null;
  readonly document: string | null;
}

/** Hold one sentence as parts, each with the numbers of its sources. */
export interface BriefSentence {
  readonly parts: readonly (readonly [string, readonly number[]])[];
}

/** Hold the sentences under one heading; `incident` is the short id it is about, or empty. */
export interface BriefSection {
  readonly heading: string;
  readonly incident: string;
  readonly facts: string;
  readonly sentences: readonly BriefSentence[];
}

/** Hold a briefing: every sentence has sources. */
export interface BriefingPage {
  readonly template: string;
  readonly heading: string;
  readonly covers: string;
  readonly sections: readonly BriefSection[];
  readonly sources: readonly Source[];
  readonly left_out: number;
}

/** Hold one row to review: why, how much deciding it would settle, in words. */
export interface TaskRow {
  readonly kind: string;
  readonly target: string;
  readonly reason: string;
  readonly weight: number;
  readonly settles: number;
  readonly words: string;
  readonly incident: readonly [string, string, string] | null;
}

/** Hold one statement with the words that explain it: features of its score, events told in it, its incidents. */
export interface StatementPage {
  readonly id: string;
  readonly document: string;
  readonly features: Readonly<Record<string, number>>;
  readonly principal: PartyRef | null;
  readonly addressee: PartyRef | null;
  readonly speakers: readonly PartyRef[];
  readonly resolved_from: string;
  readonly said: When | null;
  readonly incidents: readonly (readonly [string, string, string])[];
  readonly events: readonly string[];
  readonly reported_by: readonly string[];
  readonly reports: readonly string[];
}
