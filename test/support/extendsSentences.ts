/**
 * Sentences that extend, and sentences that only sound like it, written from how people write and not from what the reader
 * understands. `{T}` is an extended level, `{S}` the level itself, `{k}` the section's word, `{K}` the same with a capital.
 */
export interface ExpectedSentence {
  readonly sentence: string;
  readonly section: 'Responsibilities' | 'Requirements';
  readonly position: Position;
  /** Titles of the levels that it extends, `base` for the base sections; sorted. */
  readonly extended: readonly string[];
}

export type Position = 'bullet' | 'paragraph' | 'cell' | 'numbered' | 'nested';

const POSITIONS: readonly Position[] = ['bullet', 'paragraph', 'cell', 'bullet', 'numbered', 'bullet', 'nested'];

/** What a level is called in a sentence, and its title on the page of `bakeryPage`. */
const TARGETS: readonly (readonly [string, string])[] = [
  ['Senior Baker', 'Senior Baker'],
  ['Manager, Baking', 'Manager, Baking'],
  ['Sr. Baker', 'Senior Baker'],
  ['Baker', 'Baker (Intermediate)'],
  ['Jr. Baker', 'Junior Baker'],
  ['Senior Manager, Baking', 'Senior Manager, Baking'],
  ['[Senior Baker](#senior-baker)', 'Senior Baker'],
  ['Intermediate Baker', 'Baker (Intermediate)'],
  ['Manager of Baking', 'Manager, Baking'],
  ['Baker (Intermediate)', 'Baker (Intermediate)'],
  ['Associate Baker', 'Junior Baker'],
  ['senior baker', 'Senior Baker'],
  ['Baking Manager', 'Manager, Baking'],
];

/** Frames with one target. */
const ONE_TARGET: readonly string[] = [
  // The verb first.
  'Extends the {T} {k}',
  'Extends that of the {T} {k}.',
  'Extends those of a {T}',
  'Extends the {k} of the {T}',
  'Extends all {k} listed for the {T}',
  'Extends all of the {T} {k} above',
  'Extends {T}',
  'extends the {T} role',
  'Extends the {T} level, with a focus on bread',
  'Extends {T} {k}; plus:',
  'Extends {T} {k},plus',
  'Also extends the {T} {k}',
  'Extends the {K} section of the {T}',
  'Extends the {T}’s {k}',
  'Extending the {k} of a {T}, the {S} also:',
  'Extend the {T} {k}',
  'Extends the {k} for the {T} position by:',
  'Extends the {T} {k} (see above)',
  'Extends the {T} job description',
  '“Extends the {T} {k}”',
  'Extends the {k} that the {T} has',
  'Inherits the {k} of the {T}',
  'Inherits all {k} from the {T} role',
  'Inherits everything from {T}',
  'Inherits from the {T}',
  'Builds on the {k} of the {T}',
  'Builds upon the {T} {k}',
  'Expands on the {k} of the {T} as follows:',
  'Expands upon the {T} {k}',
  'Has the same {k} as the {T}, but for a larger bakery',
  'Shares the {k} of the {T}',
  'Shares the same {k} as the {T} listed above, but leads people',
  'Meets all {T} {k}',
  'Meets the {k} of the {T} role and the following:',
  'Must meet the {T} {k}',
  'Fulfills all {k} of the {T}',
  'Fulfils the {T} {k}',
  'Satisfies all {T} {k}',
  'Performs all {k} of a {T}',
  'Own all {T} {k} while leading a team',
  'Takes on all {k} of the {T}',
  'Carries out all {T} {k}',
  'Retains all {k} of the {T}',
  'Assumes all {k} of the {T}',
  'Excels at all of the {T} {k} above.',
  'Includes all {T} {k}',
  'Includes all of the elements of the {T}',
  'Includes the {k} of the {T}',
  'Includes everything in the {T} {k}',
  'Covers all {k} of the {T}',
  'Encompasses all {T} {k}',
  'Expected to meet the {T} {k}',
  'Is expected to fulfil the {k} of the {T}',
  // No verb.
  'All {T} {k} plus:',
  'All of the {k} of a {T}, plus the following:',
  'All {k} of the {T}',
  'All the {k} for the {T}, and:',
  'All of the above {T} {k}',
  'All {k} required of a {T} and the following:',
  'All {T} {k}, as well as:',
  'Everything in the {T} role, plus:',
  'Everything under {T}',
  'Everything listed for the {T}, as well as:',
  'Everything expected of a {T}',
  'Everything a {T} does, plus more',
  'Everything from {T}, plus:',
  'Same {k} as the {T}',
  'Same {k} as the {T} listed above and also:',
  'The same {k} as a {T}, plus the below:',
  'The same {k} of a {T}',
  'Same as {T}, plus:',
  '{T} {k}, plus:',
  '{T} {k} and the following:',
  '{K} of the {T}, plus:',
  // An opening clause.
  'In addition to the {k} of {T}:',
  'In addition to all {T} {k}:',
  'In addition to meeting the {k} of a {T}, the {S} writes.',
  'In addition to {T} {k}, the {S} writes:',
  'In addition to the {T} {k} the {S} writes:',
  'On top of the {T} {k}:',
  'Beyond the {T} {k}, the {S} writes books.',
  'Besides the {k} of the {T}:',
  'Over and above the {T} {k}:',
  'As well as the {k} of the {T}, the {S} writes:',
  'Plus all {T} {k}',
  'Beyond the {T} {k}, {S} {k} are:',
  // A subject.
  'The {S} extends the {T} {k}.',
  'The {S} role extends the {T} role.',
  'This role extends the {T} role expectations and reports to the owner.',
  'This level extends {T}.',
  '{K} for the {S} extend the {T} job. In addition:',
  'The {k} of the {S} extend those of the {T}.',
  'The {S} {k} match those of the {T}.',
  'The {S} is expected to meet the {T} {k}.',
  'A {S} is expected to meet all {k} of a {T}, and:',
  'The {S} must meet all of the {T} {k}.',
  'The {S} shares the same {k} as the {T} listed above, but leads a team.',
  'The {S} has all the {k} of the {T}.',
  'The {S} has the same {k} as the {T}, plus:',
  'The {S} inherits all {T} {k}.',
  'The {S} builds on the {T} {k}.',
  'This position includes all of the {T} {k}.',
  'The role includes all {k} of the {T}, plus:',
  'This role requires all of the {T} {k} listed above.',
  'The {S} performs all the duties of the {T} and:',
  'The {S} also takes on all {k} of the {T}.',
  'They are expected to meet the {T} {k}.',
  'The {S} will meet all {k} of the {T}.',
  'The {S} (grade 10) extends the {T} {k}.',
  'All {k} for the {T} role apply to the {S} role.',
  'The {k} of the {T} also apply to this role.',
  '{T} {k} apply, plus:',
  'All of the {T} {k} apply.',
  // Slips of the keys.
  'Exends the {T} {k}',
  'Extents that of the {T} {k}',
  'Extneds the {k} of the {T}',
  'Inherts all {T} {k}',
  'Extends that of thet {T} {k}',
  'Extends the {T} {typo}',
];

/** Frames written after the reader, to see how many forms it had not been made for. */
const ONE_TARGET_LATER: readonly string[] = [
  'All the {k} that a {T} has, plus:',
  'Continues to perform the {k} of the {T}',
  'Possesses all of the {k} for {T}',
  'Each of the {T} {k}',
  'The {k} for this role are the same as those of the {T}, plus:',
  'The {k} are identical to those of the {T}.',
  'The {S} has the {k} of the {T} and more',
  'This role inherits from {T}.',
  'Extends upon the {T} {k}',
  'Extends from the {T} {k}',
  'Extends: {T} {k}',
  'Extends – the {T} {k}',
  'Extends the {T} {k}: plus the following',
  'Extends the existing {T} {k}',
  'Extends all the {k} outlined in the {T} role',
  'Extends all {k} above for {T}',
  'Extension of the {T} {k}',
  'An extension of the {T} {k}',
  'In addition to everything required of a {T}:',
  'In addition to what is expected of a {T}:',
  'In addition to performing all of the {k} of the {T} role:',
  'In addition to the {k} outlined for the {T}, this role:',
  'Along with the {k} of the {T}, the {S} also writes',
  'Same {k} as for the {T}',
  'The {k} of the {S} include all {k} of the {T}.',
  '{S} {k} include all {T} {k} plus:',
  'The {S} role has all of the {T} role {k}.',
  'Should meet all {k} of the {T} role',
  'Able to meet the {k} of the {T}',
  'Fulfilling all {T} {k}',
  'The above {T} {k}, plus:',
  '{T} {k} above, plus:',
  '{T} {k} + the following:',
  'All {T} {k} + more',
  'All {T} {k}, with a higher degree of autonomy',
  'All {T} {k} but at a larger scale',
  'All of a {T}’s {k}',
  'All {k} from {T}',
  'All {k} in the {T} level',
  'Meets {T} {k}',
  'Meet or exceed the {T} {k}',
  'Consistently meets the {T} {k}',
  'Everything that is expected from a {T}',
  'Everything a {T} is responsible for',
  'Everything we expect of a {T}, plus:',
  'Everything above for the {T}',
  'Does everything that a {T} does',
  'Includes {T} {k}',
  'Including all {T} {k}',
  'The {T} {k} apply to this level as well.',
  'All {T} {k} also apply here.',
  'The same as the {T} {k}, plus:',
  'As a {S}, you extend the {T} {k}',
  'At this level, the {S} extends the {T} {k}.',
  'The {k} below extend the {T} {k}.',
  'These {k} extend those of the {T}.',
  'This extends the {T} role.',
  'This section extends the {T} {k}.',
  '(Extends the {T} {k})',
  '**Extends** the {T} {k}',
  '*Extends the {T} {k}*',
  'EXTENDS {T} {k}',
  'Extend that of the {T} {k}',
  'Extends {T} by leading a team',
  'Extends {T}: leads a team',
  'Extends the role of {T}',
  'Extends the position of the {T}',
  'Extends the expectations of the {T}',
  'Extendes the {T} {k}',
  'Inherits {T} {k}.',
];

const BAKER = 'Baker (Intermediate)';
const SENIOR = 'Senior Baker';
const MANAGER = 'Manager, Baking';
const SENIOR_MANAGER = 'Senior Manager, Baking';

/** Frames that name several levels, the base or the level above. */
const WRITTEN_OUT: readonly (readonly [string, readonly string[]])[] = [
  ['Extends Manager & Senior Manager, Baking {k}', [MANAGER, SENIOR_MANAGER]],
  ['Extends that of a Senior Manager/Manager, Baking', [MANAGER, SENIOR_MANAGER]],
  ['Extends that of the Manager, Baking and Senior Manager, Baking', [MANAGER, SENIOR_MANAGER]],
  ['Extends the Baker and Senior Baker {k}', [BAKER, SENIOR]],
  ['Extends the Baker / Senior Baker {k}', [BAKER, SENIOR]],
  ['Extends the {k} of the Baker and the Senior Baker', [BAKER, SENIOR]],
  ['Extends both the Baker and the Senior Baker {k}', [BAKER, SENIOR]],
  ['Extends the Baker {k} and the Senior Baker {k}', [BAKER, SENIOR]],
  ['Extends either the Baker or the Senior Baker', [BAKER, SENIOR]],
  ['Extends either the [Baker](#baker-intermediate) or the [Senior Baker](#senior-baker)', [BAKER, SENIOR]],
  ['Extends the Junior, Intermediate and Senior Baker {k}', ['Junior Baker', BAKER, SENIOR]],
  ['Extends the Junior Baker, Baker, and Senior Baker {k}', ['Junior Baker', BAKER, SENIOR]],
  ['All {k} of the Baker and Senior Baker, plus:', [BAKER, SENIOR]],
  ['Includes all {k} of the Intermediate and Senior Baker roles and expands on them', [BAKER, SENIOR]],
  ['The {S} extends the Manager, Baking and Senior Manager, Baking roles.', [MANAGER, SENIOR_MANAGER]],
  ['Extends the Senior Baker as well as the Manager, Baking {k}', [SENIOR, MANAGER]],
  ['Meets all {k} of both the Senior Baker and the Manager of Baking', [SENIOR, MANAGER]],
  ['Same {k} as the Senior Baker and the Baker, plus:', [BAKER, SENIOR]],
  ['In addition to the Senior Baker and Manager, Baking {k}:', [SENIOR, MANAGER]],
  ['Beyond the [base {k}](#{k}) and Senior Baker {k}, the {S} reads.', ['base', SENIOR]],
  ['Extends the base {k} and the {k} of the Senior Baker', ['base', SENIOR]],
  ['Extends the base {k}', ['base']],
  ['Includes [base-level {k}](#{k})', ['base']],
  ['Includes the general {k}', ['base']],
  ['All base {k}, plus:', ['base']],
  ['Meets the common {k} and the following:', ['base']],
  ['The {S} is expected to meet the [base {k}](#{k}).', ['base']],
  ['Beyond the [base {k}](#{k}), {S} {k} are:', ['base']],
  ['Includes all [{k} listed above](#{k}).', ['base']],
  ['All {k} for all levels, plus:', ['base']],
  ['All {k} listed above (applicable to all roles)', ['base']],
  ['In addition to the {k} that apply to all levels:', ['base']],
  ['Extends the {k} shared by all levels', ['base']],
  ['All of the {k} above, plus:', [SENIOR_MANAGER]],
  ['All of the above, plus:', [SENIOR_MANAGER]],
  ['All the above {k}', [SENIOR_MANAGER]],
  ['The same {k} as above', [SENIOR_MANAGER]],
  ['Same as above, plus:', [SENIOR_MANAGER]],
  ['Everything above, plus:', [SENIOR_MANAGER]],
  ['In addition to the above:', [SENIOR_MANAGER]],
  ['In addition to the {k} listed above:', [SENIOR_MANAGER]],
  ['Extends the {k} of the previous level', [SENIOR_MANAGER]],
  ['Includes all {k} from the previous level', [SENIOR_MANAGER]],
  ['All previous {k}', [SENIOR_MANAGER]],
  ['Extends the above {k}', [SENIOR_MANAGER]],
  ['All {k} of the preceding role, and:', [SENIOR_MANAGER]],
  ['The {S} shares the same {k} outlined above.', [SENIOR_MANAGER]],
  ['This role includes all of the {k} above, plus:', [SENIOR_MANAGER]],
];

const WRITTEN_OUT_LATER: readonly (readonly [string, readonly string[]])[] = [
  ['Extends the {k} of the Junior Baker, the Baker and the Senior Baker', ['Junior Baker', BAKER, SENIOR]],
  ['Extends Baker & Senior Baker', [BAKER, SENIOR]],
  ['Extends the Senior Baker {k}, and the Manager, Baking {k}', [SENIOR, MANAGER]],
  ['Extends the Senior Baker and the Manager, Baking', [SENIOR, MANAGER]],
  ['All Baker and Senior Baker {k}', [BAKER, SENIOR]],
  ['All {k} of the Baker as well as the Senior Baker', [BAKER, SENIOR]],
  ['Extends the {k} of Managers and Senior Managers', [MANAGER, SENIOR_MANAGER]],
  ['In addition to the {k} of the Baker and those of the Senior Baker:', [BAKER, SENIOR]],
  ['Inherits {k} from Baker and Senior Baker', [BAKER, SENIOR]],
  ['The {S} extends both the [Baker](#baker-intermediate) and Senior Baker {k}.', [BAKER, SENIOR]],
  ['Extends the [{k}](#{k})', ['base']],
  ['Meets all of the [base {k}](#{k}), plus:', ['base']],
  ['The [general {k}](#{k}) apply.', ['base']],
  ['All {k} that apply to all levels', ['base']],
  ['Base {k} plus:', ['base']],
  ['In addition to the base {k}, the {S} reads:', ['base']],
  ['Extends the {k} of all roles', ['base']],
  ['All {k} from above', [SENIOR_MANAGER]],
  ['All {k} of the level above', [SENIOR_MANAGER]],
  ['Extends the level above', [SENIOR_MANAGER]],
  ['All earlier {k}', [SENIOR_MANAGER]],
  ['The {k} above, plus:', [SENIOR_MANAGER]],
  ['The above {k} and:', [SENIOR_MANAGER]],
  ['All of the {k} mentioned above', [SENIOR_MANAGER]],
  ['Everything in the previous level plus:', [SENIOR_MANAGER]],
  ['Same as the previous level', [SENIOR_MANAGER]],
  ['Includes everything in the [Senior Baker](#senior-baker) role, plus:', [SENIOR]],
  ['Everything required of the Senior Baker role, plus', [SENIOR]],
  [
    'All {k} for the Senior Manager, Baking apply to the Director of Baking position, but directors are expected to demonstrate progress in areas beyond these {k}.',
    [SENIOR_MANAGER],
  ],
  ['In addition to all Senior Baker {k}, Directors of Baking will:', [SENIOR]],
  ['Fulfill the {k} of Manager, Baking, plus:', [MANAGER]],
  ['A Director of Baking has all of the {k} of a Manager, Baking, plus', [MANAGER]],
  ['Same as the Intermediate level, plus:', [BAKER]],
  ['Executes all of the {k} of the Senior Baker, in addition to:', [SENIOR]],
  ['The {k} listed above, as well as the following:', [SENIOR_MANAGER]],
  ['Building on the {k} of the Senior Baker, the Director:', [SENIOR]],
  ['Inherits the same {k} as the Senior Baker', [SENIOR]],
  ['Has {k} of the Senior Baker, plus more', [SENIOR]],
  ['All of the {k} of the level below, plus:', [SENIOR_MANAGER]],
  ['All {k} of the levels below', [SENIOR_MANAGER]],
  ['All the {k} of the Senior level, plus:', [SENIOR]],
  ['All {k} of Intermediate, plus:', [BAKER]],
  ['Extends the above.', [SENIOR_MANAGER]],
  ['Extends the Senior Baker job family {k}', [SENIOR]],
  ['Extends {k} for Senior Baker', [SENIOR]],
  ['You extend the Senior Baker {k}.', [SENIOR]],
  ['Must also meet all the {k} of the Baker', [BAKER]],
  ['Adds to the {k} of the Senior Baker', [SENIOR]],
  ['Identical to the Senior Baker {k}, plus:', [SENIOR]],
  ['Equivalent to the {k} of the Senior Baker', [SENIOR]],
  ['Extends the Senior Baker {k} to the whole company', [SENIOR]],
  ['Extends all Senior Bakers {k}', [SENIOR]],
  ['The Director’s {k} extend the Senior Baker’s {k}', [SENIOR]],
  ['Extends Sr Baker {k} in scope and complexity', [SENIOR]],
  ['Extends the Senior Baker {k} as an individual contributor', [SENIOR]],
  ['Extends the {k} of the Manager, Baking role: leads leaders', [MANAGER]],
  ['Extends the {k} of the Baker (Intermediate), and adds:', [BAKER]],
  ['Extends the Baker {k}. Also leads.', [BAKER]],
  ['Leads a team. Extends the Baker {k}.', [BAKER]],
  ['Extends the Senior & Junior Baker {k}', ['Junior Baker', SENIOR]],
  ['Extends the Senior Baker + Manager, Baking {k}', [MANAGER, SENIOR]],
  ['Extends Senior Baker, Manager, Baking and Baker {k}', [BAKER, MANAGER, SENIOR]],
  ['All {k} of a Baker, a Senior Baker and a Manager, Baking', [BAKER, MANAGER, SENIOR]],
  ['Extends the Senior Manager and Manager, Baking {k}', [MANAGER, SENIOR_MANAGER]],
  ['All of the Senior Baker’s {k}, and then some', [SENIOR]],
  ['Everything that the Senior Baker does, plus:', [SENIOR]],
  ['Everything in Senior Baker and:', [SENIOR]],
  ['Everything mentioned for the Senior Baker', [SENIOR]],
  ['Meets all of the above {k}', [SENIOR_MANAGER]],
  ['Exceeds the {k} of the Senior Baker', [SENIOR]],
  ['Surpasses all Senior Baker {k}', [SENIOR]],
  ['Upholds all {k} of the Senior Baker', [SENIOR]],
  ['Has mastered all {k} of the Senior Baker', [SENIOR]],
  ['Responsible for all Senior Baker {k}', [SENIOR]],
  ['Responsible for everything a Senior Baker does, plus:', [SENIOR]],
  ['Accountable for all {k} of the Manager, Baking', [MANAGER]],
  ['Ability to fulfil all {k} of the Senior Baker', [SENIOR]],
  ['Capable of performing all {k} of a Senior Baker', [SENIOR]],
  ['Continue to fulfill the {k} of the Senior Baker', [SENIOR]],
  ['The {k} of a Senior Baker, with the following additions:', [SENIOR]],
  ['The {k} of the Senior Baker role, and', [SENIOR]],
  ['Extends the Senior Baker (see above)', [SENIOR]],
  ['Extends [the Senior Baker {k}](#senior-baker)', [SENIOR]],
  ['[Senior Baker {k}](#senior-baker) plus:', [SENIOR]],
  ['All [Senior Baker](#senior-baker) {k} apply', [SENIOR]],
];

/** Sentences of job families that extend nothing. */
const NOTHING: readonly string[] = [
  'Extend and translate what bakers write',
  'Extends our reach to new readers',
  'Extends opening hours when needed',
  'Extend the oven platform to new sites',
  'Extends invitations to senior bakers',
  'Extends Kubernetes clusters across regions',
  'Extend Terraform modules that the team maintains',
  'Ability to extend the {k} of a recipe',
  'Ability to extend a deadline',
  'The {S} extends offers to Senior Bakers.',
  'The Senior Baker role extends across three regions.',
  'Influence extends beyond the Senior Baker team',
  'Scope of influence may extend beyond the bakery',
  'Develop the bakery by extending existing ovens',
  'Works with the Senior Baker to meet the {k} of customers',
  'Meets the {k} of customers and senior stakeholders',
  'Meets with the Senior Baker about {k}',
  'Meet the Senior Baker weekly to review {k}',
  'Meets all deadlines',
  'Meets the needs of all bakers',
  'Meet all health and safety {k} of the city',
  'Shares responsibility for the bakery with the Manager, Baking',
  'Shares knowledge with Senior Bakers',
  'Shares the enthusiasm of the Senior Baker',
  'Shares all recipes with the Baker',
  'Reports to the Senior Manager, Baking',
  'Includes travel to all bakeries',
  'Includes [team metrics](/handbook/metrics/)',
  'Includes the Senior Baker in all decisions',
  'Include all bakers in planning',
  'Inherits legacy ovens and improves them',
  'All bakers wear hats',
  'All bread is tasted twice',
  'All {k} are gathered from stakeholders',
  'All Senior Baker {k} are reviewed yearly by the owner',
  'All other {k} as assigned',
  'All of the bakery’s customers',
  'Same-day delivery of all orders',
  'Same quality in all shops',
  'Has the same passion as the Senior Baker',
  'Everything in the bakery is clean',
  'Everything starts with flour',
  'In addition to baking, writes recipes',
  'In addition to the Senior Baker, two Junior Bakers report to this role',
  'In addition to the owner, works with the Manager, Baking',
  'In addition to the {k} of customers, knows those of the law',
  'Beyond bread: cakes, pies and tarts',
  'Beyond the Senior Baker, nobody may use the oven',
  'Beyond its role in the bakery, leads the guild',
  'Besides baking, sells bread',
  'Matches flour to the {k} of recipes',
  'Match bakers with mentors',
  'Owns all {k} gathering for the bakery',
  'Own all relations with the Manager, Baking',
  'Own the whole oven',
  'Mentors Bakers and Senior Bakers on all {k}',
  'Defines the {k} of the Senior Baker',
  'Reviews all Senior Baker {k} each year',
  'Ensures all Baker {k} are met',
  'Knowledge of all baking {k}',
  'Understands the {k} of the Senior Baker role',
  'Supports the Manager, Baking with all {k}',
  'Covers for the Senior Baker during holidays',
  'Cover all shifts of the Baker',
  'Builds on the success of the Senior Baker',
  'Builds on customer feedback',
  'Expands on ideas of the team',
  'Performs all baking tasks and cleans up',
  'Perform all checks that the city requires',
  'Takes on the hardest loaves',
  'Does not meet the Senior Baker {k} yet',
  'Need not meet the Senior Baker {k}',
  'The Senior Baker {k} do not apply.',
  'Unlike the Senior Baker, has no {k} of this kind',
  'If promoted, meets the Senior Baker {k}',
  'When a Baker meets all Senior Baker {k}, they are promoted.',
  'Bakers who meet all Senior Baker {k} may ask for a promotion.',
  'To be promoted to {S}, a Senior Manager, Baking must meet all {S} {k}.',
  'Helps a Baker meet all Senior Baker {k}',
  'Coach the Senior Baker to meet all {k}',
  'Hires bakers who share the same {k}',
  'The requirements of the Senior Baker are described elsewhere.',
  'Writes the {k} for the Senior Baker and the Manager, Baking',
  'Translate business {k} into recipes',
  'Gather {k} from the Manager, Baking',
  'Has all {k} for a food permit',
  'Has all the tools of a Baker',
  'Experience as a Senior Baker or Manager, Baking',
  'Two years in the Senior Baker role or similar',
  'Acts as Senior Baker where needed',
  'Trains every Junior Baker',
  'Assumes good intent',
  'Assumes all responsibility for mistakes',
  'Same-level peers give feedback',
  'Expected to travel to the above cities',
  'Expected to meet customers',
  'Is expected to meet the Senior Baker each week',
  'Requires all staff to wear hats',
  'This role requires the ability to lift flour',
  'This role includes on-call shifts',
  'This position includes all the fun',
  'The {S} meets all customers of the Senior Baker.',
  'The {S} has all bakers in the team.',
  'The {S} is responsible for all {k} of the company.',
  'The {S} shares an oven with the Senior Baker.',
  'Applies the {k} of the law to all recipes',
  'Apply all lessons of the previous year',
  'As above, so below',
  'Extensive experience with the above',
  'Extent of damage is reported',
  'Intends to grow into the Senior Baker role',
  'Plus all the bread they can eat',
  'Inherent curiosity about the Senior Baker role',
];

const NOTHING_LATER: readonly string[] = [
  'Extends credit to customers',
  'Extended hours on weekends',
  'Extensive knowledge of {k}',
  'Extends beyond the Senior Baker role',
  'Extends the life of ovens',
  'Extends the Bakery brand',
  'Extends and improves Baker training',
  'Extends Baker training to all sites',
  'Extends Senior Baker workshops by a day',
  'All employees meet the {k} of the law',
  'All of our Senior Bakers are great',
  'All Bakers report here',
  'All applicants for the Baker role meet the owner',
  'Includes people management of Senior Bakers',
  'Includes working with the Manager, Baking on {k}',
  'Responsible for the {k} of the Baker job description',
  'Creates {k} for each Baker',
  'Own the {k} process for Bakers',
  'Owns the job family of the Senior Baker',
  'Perform other duties as assigned',
  'Performs duties of the Senior Baker in their absence',
  'Covers the {k} of the Manager, Baking during leave',
  'Takes over the {k} of the Senior Baker when they are away',
  'Supports the {k} of the Baker',
  'Shares feedback on {k} with the Senior Baker',
  'Shares the {k} with the Senior Baker',
  'Has all the {k} documented',
  'Has knowledge of the {k} of the Senior Baker',
  'Match the {k} of the job to Senior Bakers',
  'Each Senior Baker meets their {k}',
  'Every Baker has {k}',
  'Any Senior Baker may share {k}',
  'The Senior Baker includes the {S} in planning',
  'The {k} of this role include lifting',
  'The {S} {k} include travel',
  'Same day responses to the Senior Baker',
  'Beyond the {k} of the law, cares for people',
  'In addition to its {k}, the bakery sells bread',
  'In addition to managing Bakers, sets {k}',
  'On top of the oven: a clock',
  'Besides the Baker, the Senior Baker signs',
  'Everything about flour',
  'Everything the customer wants',
  'Plus all the {k} of a startup',
  'Apply for the Senior Baker role',
  'Applies Senior Baker skills',
  'This role does not extend the Baker role.',
  'This role does not inherit the {k} of the Baker.',
  'Has met the {k} of the Senior Baker for a year',
  'Has been a Senior Baker or Manager, Baking',
  'Responsible for all {k} documents of the Senior Baker',
  'Adds to the success of the Senior Baker',
  'Responsible for the Senior Baker',
  'Accountable for {k} of clients',
  'Equivalent to a degree',
  'Identical to what customers expect',
  'All levels below report here',
  'Manages the level below',
  'Works with the level above and below',
  'The Senior Baker will share {k} with the Director',
  'Extends support to Senior Bakers and Managers',
  'Owns hiring for all Senior Baker roles',
  'Ability to explain the {k} of the Senior Baker',
  'Capable of writing {k}',
  'Everything as code',
  'All roles of the bakery',
  'Has worked with all {k} above',
  'Includes all levels of bakers',
  'Meet with every level',
  'Includes responsibility for the Senior Baker team',
];

const SLIPS = { requirements: 'requirments', responsibilities: 'responsibilites' };

function filled(frame: string, section: ExpectedSentence['section'], target = ''): string {
  const word = section.toLowerCase() as keyof typeof SLIPS;
  return frame
    .replaceAll('{T}', target)
    .replaceAll('{S}', 'Director of Baking')
    .replaceAll('{k}', word)
    .replaceAll('{K}', section)
    .replaceAll('{typo}', SLIPS[word])
    .replace(/\b([Aa]) (?=\[?(?:Intermediate|Associate))/g, '$1n ');
}

const sectionOf = (n: number): ExpectedSentence['section'] => (n % 2 === 0 ? 'Requirements' : 'Responsibilities');
const positionOf = (n: number): Position => POSITIONS[n % POSITIONS.length]!;

/** Each frame with several levels, in changing sections and positions. */
export function extendingSentences(): readonly (readonly [string, readonly ExpectedSentence[]])[] {
  let n = 0;
  const one = [...ONE_TARGET, ...ONE_TARGET_LATER].map(frame => {
    const sentences = [0, 1, 2, 3].map((): ExpectedSentence => {
      const [name, title] = TARGETS[n % TARGETS.length]!;
      const section = sectionOf(Math.floor(n / 3));
      const made = { sentence: filled(frame, section, name), section, position: positionOf(n), extended: [title] };
      n++;
      return made;
    });
    return [frame, sentences] as const;
  });
  const written = [...WRITTEN_OUT, ...WRITTEN_OUT_LATER].map(([frame, extended]) => {
    const sentences = (['Requirements', 'Responsibilities'] as const).map((section): ExpectedSentence => {
      const position = positionOf(n++);
      return { sentence: filled(frame, section), section, position, extended: [...extended].sort() };
    });
    return [frame, sentences] as const;
  });
  return [...one, ...written];
}

/** Sentences that extend nothing. */
export function otherSentences(): readonly ExpectedSentence[] {
  return [...NOTHING, ...NOTHING_LATER].map((frame, n) => {
    const section = sectionOf(n);
    return { sentence: filled(frame, section), section, position: positionOf(n), extended: [] };
  });
}

const RANKS = ['Junior Baker', BAKER, SENIOR, MANAGER, SENIOR_MANAGER];

/** A family of six levels; the last one, a director, has the sentence first in its section. */
export function bakeryPage({ sentence, section, position }: Omit<ExpectedSentence, 'extended'>): string {
  const levels = RANKS.map(
    (title, at) => `### ${title}

#### ${title} Job Grade

The ${title} is a grade ${at + 5}.

#### ${title} Responsibilities

- Duty ${at}

#### ${title} Requirements

- Skill ${at}
`,
  );
  const placed = {
    bullet: `- ${sentence}\n- Something of its own`,
    numbered: `1. ${sentence}\n2. Something of its own`,
    paragraph: `${sentence}\n\n- Something of its own`,
    nested: `- For everybody:\n  - ${sentence}\n- Something of its own`,
    cell: `| What | Note |\n|---|---|\n| ${sentence} | first |\n| Something of its own | second |`,
  }[position];
  const other = section === 'Requirements' ? 'Responsibilities' : 'Requirements';
  return `---
title: Bakery
---

## Responsibilities

- Care for bread

## Requirements

- Ability to read

## Levels

${levels.join('\n')}
### Director of Baking

#### Job Grade

The Director of Baking is a grade 10.

#### ${section}

${placed}

#### ${other}

- Something else
`;
}
