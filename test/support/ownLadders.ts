/** Ladders as companies write them: each another mixture of forms, labels and languages. `expected`: page → what is read of it. */
export interface OwnLadder {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Levels as `label|title|track|items`; the track is left out if the ladder does not say it. */
  readonly expected: Readonly<Record<string, { readonly title: string; readonly levels: readonly string[] }>>;
}

const readme = `# Workshop handbook

## How to use this

1. Read it
2. Ask your lead

## License

Free.
`;

const guide = `# How we review work

## Step 1: Collect

- Ask three people

## Step 2: Talk

- Book an hour

## Step 3: Decide

- Write it down
`;

const plans = `# Plans

## Q1

- Ovens

## Q2

- Shops

## FY25

- More shops
`;

const common = { 'README.md': readme, 'guides/review.md': guide, 'notes/plans.md': plans, 'LICENSE.md': '# License\n' };

export const ownLadders: readonly OwnLadder[] = [
  {
    name: 'levels as headings with a label and years, in German',
    files: {
      ...common,
      'karriere/muellerei.md': `# Müllerei

## Wie benutze ich das?

Lies es.

## Stufe 1: Müllerlehrling (0-2 Jahre)

### Mahlen

- Mahlt nach Plan
- Fegt die Mühle

### Team

- Fragt

## Stufe 2: Müller (2–5 Jahre)

### Mahlen

- Mahlt allein

### Team

- Hilft Lehrlingen

## Stufe 3: Obermüller

### Mahlen

- Plant das Mahlen
`,
    },
    expected: {
      'karriere/muellerei.md': { title: 'Müllerei', levels: ['1|Müllerlehrling||3', '2|Müller||2', '3|Obermüller||1'] },
    },
  },
  {
    name: 'tracks as parts, labels with a dash, an arrow between levels',
    files: {
      ...common,
      'people/ladders/gardening.md': `# 🌱 Gardening career ladder

## Individual Contributor Track

### IC1 – Gardener

- Waters
- Weeds

### IC1 → IC2 (1 year)

What changes.

### IC2 – Senior Gardener

**Plants**

- Prunes

**People**

- Teaches
- Listens

## Management Track

### M1 – Garden Lead

- Leads a bed

### M2 – Head of Gardens

- Leads all beds
`,
    },
    expected: {
      'people/ladders/gardening.md': {
        title: 'Gardening',
        levels: [
          'IC1|Gardener|individual-contributor|2',
          'IC2|Senior Gardener|individual-contributor|3',
          'M1|Garden Lead|management|1',
          'M2|Head of Gardens|management|1',
        ],
      },
    },
  },
  {
    name: 'bare labels below a base for all, sections as items of a list',
    files: {
      ...common,
      'handbook/levels/pottery.md': `# Pottery

## All levels

- Clay
  - Washes hands

## P1

- Clay
  - Forms bowls
  - Cleans tools
- Glaze
  - Mixes by recipe

## P2

- Clay
  - Forms vases

## P3+

- Clay
  - Invents forms
`,
    },
    expected: { 'handbook/levels/pottery.md': { title: 'Pottery', levels: ['P1|P1||3', 'P2|P2||1', 'P3+|P3+||1'] } },
  },
  {
    name: 'plain titles in French, sections repeated below each',
    files: {
      ...common,
      'metiers/boulangerie.md': `# Boulangerie

Une page pour tous.

## Boulanger junior

> J'apprends.

#### Compétences

- Pèse la farine

## Boulanger

#### Compétences

- Pétrit seul
- Cuit seul

## Boulanger confirmé

#### Compétences

- Forme les autres

## Chef boulanger

#### Compétences

- Dirige le fournil
`,
    },
    expected: {
      'metiers/boulangerie.md': {
        title: 'Boulangerie',
        levels: ['|Boulanger junior||1', '|Boulanger||2', '|Boulanger confirmé||1', '|Chef boulanger||1'],
      },
    },
  },
  {
    name: 'a page a level in a folder, with an order in the front matter',
    files: {
      ...common,
      'careers/weaving/_index.md': '---\ntitle: Weaving\n---\n\nHow weavers grow.\n',
      'careers/weaving/weaver.md':
        '---\ntitle: Weaver\nweight: 20\n---\n\n## Loom\n\n- Weaves alone\n- Repairs\n\n## Team\n\n- Helps\n',
      'careers/weaving/apprentice-weaver.md': '---\ntitle: Apprentice Weaver\nweight: 10\n---\n\n## Loom\n\n- Weaves with help\n',
      'careers/weaving/principal-weaver.md': '---\ntitle: Principal Weaver\nweight: 30\n---\n\n## Loom\n\n- Designs looms\n',
    },
    expected: {
      'careers/weaving/apprentice-weaver.md': { title: 'Weaving', levels: ['|Apprentice Weaver||1'] },
      'careers/weaving/principal-weaver.md': { title: 'Weaving', levels: ['|Principal Weaver||1'] },
      'careers/weaving/weaver.md': { title: 'Weaving', levels: ['|Weaver||3'] },
    },
  },
  {
    name: 'one role a page, with underlined headings',
    files: {
      ...common,
      'jobs/beekeeper.md': `Beekeeper
=========

About this job
--------------

You keep bees.

Responsibilities
----------------

- Feed bees
- Harvest honey

What we look for
----------------

- Calm
`,
      'jobs/candle-maker.md': `Candle Maker
============

About this job
--------------

You make candles.

Responsibilities
----------------

- Pour wax
`,
    },
    expected: {
      'jobs/beekeeper.md': { title: 'Beekeeper', levels: ['|Beekeeper||3'] },
      'jobs/candle-maker.md': { title: 'Candle Maker', levels: ['|Candle Maker||1'] },
    },
  },
  {
    name: 'levels as columns of several markdown tables',
    files: {
      ...common,
      'docs/careers/joinery.md': `# Joinery

## Wood

| Area | Junior Joiner (J1) | Joiner (J2) | Senior Joiner (J3) |
|---|---|---|---|
| Sawing | With help | Alone | Teaches sawing |
| Gluing | | By recipe | Invents recipes |

## People

| Area | Junior Joiner (J1) | Joiner (J2) | Senior Joiner (J3) |
|---|---|---|---|
| Customers | Listens | Advises | Convinces |

## Words

| Word | For joiners | For others |
|---|---|---|
| Dovetail | A joint | A bird's tail |
`,
    },
    expected: {
      'docs/careers/joinery.md': {
        title: 'Joinery',
        levels: ['J1|Junior Joiner||2', 'J2|Joiner||3', 'J3|Senior Joiner||3'],
      },
    },
  },
  {
    name: 'levels as rows of an HTML table beside levels as headings',
    files: {
      ...common,
      'people/framework/printing.md': `# Printing framework

## Level 1

- Inks
- Cuts

## Level 2

- Sets type

## Management

<table>
<tr><th>Level</th><th>Skill</th><th>Team</th></tr>
<tr><td rowspan="2" id="m4"><abbr title="Manager">M</abbr>4</td><td colspan="2">Runs one press</td></tr>

<tr><td><ul><li>plans shifts</li><li>orders ink</li></ul></td><td><p>hires</p></td></tr>
<tr><td>M5</td><td>Runs all presses</td><td></td></tr>
</table>
`,
    },
    expected: {
      'people/framework/printing.md': {
        title: 'Printing',
        levels: [
          '1|Level 1|individual-contributor|2',
          '2|Level 2|individual-contributor|1',
          'M4|M4|management|4',
          'M5|M5|management|1',
        ],
      },
    },
  },
  {
    name: 'a table that lists the levels in odd columns, without headings for them',
    files: {
      ...common,
      'hr/grades/cheese.md': `# Cheese making

Our steps.

| Salary | Experience | Position | Grade |
|---|---|---|---|
| 10 | 0 years | Junior Cheesemaker | C1 |
| 20 | 2 years | Cheesemaker | C2 |
| 30 | 5 years | Lead Cheesemaker | C3 |
`,
    },
    expected: {
      'hr/grades/cheese.md': {
        title: 'Cheese making',
        levels: ['C1|Junior Cheesemaker||', 'C2|Cheesemaker||', 'C3|Lead Cheesemaker||'],
      },
    },
  },
  {
    name: 'a YAML file with levels and a list of competencies',
    files: {
      ...common,
      'data/settings.yml': 'levels: [debug, info, warning]\nname: logging\n',
      'data/ladders/shoemaking.yaml': `title: Shoemaking
levels:
  - id: helper
    name: Helper
    label: S1
  - id: maker
    name: Shoemaker
    label: S2
topics:
  - { id: leather, name: Leather }
competencies:
  - { level: helper, topic: leather, summary: Cuts by pattern }
  - { level: helper, topic: leather, summary: Cleans up }
  - { level: maker, topic: leather, summary: Chooses leather }
`,
    },
    expected: {
      'data/ladders/shoemaking.yaml': { title: 'Shoemaking', levels: ['S1|Helper||2', 'S2|Shoemaker||1'] },
    },
  },
  {
    name: 'topics with levels in the front matter',
    files: {
      ...common,
      'ladder/brewing.md': `---
title: Brewing
topics:
  - name: malt
    content:
      - level: 1
        criteria: [Weighs malt, Cleans]
      - level: 2
        criteria: [Chooses malt]
  - name: people
    content:
      - level: 2
        criteria: [Teaches]
---
`,
    },
    expected: { 'ladder/brewing.md': { title: 'Brewing', levels: ['1|Level 1||2', '2|Level 2||2'] } },
  },
  {
    name: 'numerals and a label at the end, below a part that names the ladder',
    files: {
      ...common,
      'growth/tailoring.md': `# Tailoring

## Intro

Why we have this.

## Levels

### Tailor I (T1)

#### Cloth

- Cuts

### Tailor II (T2)

#### Cloth

- Cuts well
- Saves cloth

### Senior Tailor (T3)

#### Cloth

- Teaches cutting

## Other pages

- None
`,
    },
    expected: {
      'growth/tailoring.md': { title: 'Tailoring', levels: ['T1|Tailor I||1', 'T2|Tailor II||2', 'T3|Senior Tailor||1'] },
    },
  },
  {
    name: 'rows of a markdown table, with bare numbers',
    files: {
      ...common,
      'rel/leveling.md': `# Lifeguard levels

| Level | Scope | Rescue |
|---|---|---|
| 1 | One pool at a time | Throws the ring and calls for help |
| 2 | A whole bath, all day | Swims out alone in calm water |
| 3 | All baths of the town | Trains everybody else |
`,
    },
    expected: {
      'rel/leveling.md': { title: 'Lifeguard', levels: ['1|Level 1||2', '2|Level 2||2', '3|Level 3||2'] },
    },
  },
  {
    name: 'a README that holds the ladder itself',
    files: {
      'README.md': `# Masonry

## Mason

### Walls

- Lays bricks

## Senior Mason

### Walls

- Lays arches

## Mason Lead

### Walls

- Plans walls
`,
      'CONTRIBUTING.md': guide,
    },
    expected: { 'README.md': { title: 'Masonry', levels: ['|Mason||1', '|Senior Mason||1', '|Mason Lead||1'] } },
  },
  {
    name: 'YAML with levels as a map, tracks in brackets, and examples beside summaries',
    files: {
      ...common,
      'families/sailing.yml': `name: Sailing
levels:
  deckhand:
    name: Deckhand
  mate1:
    name: Mate (Individual Contributor)
  mate2:
    name: Mate (People Manager)
areas:
  - { id: sails, name: Sails }
competencies:
  - level: deckhand
    area: sails
    summary: Hoists sails
    examples: [in calm, in wind]
  - { level: mate1, area: sails, summary: Chooses sails }
  - { level: mate2, area: sails, summary: Sends others }
`,
    },
    expected: {
      'families/sailing.yml': {
        title: 'Sailing',
        levels: ['|Deckhand|individual-contributor|1', '|Mate|individual-contributor|1', '|Mate|management|1'],
      },
    },
  },
  {
    name: 'roles of pages that also tell of the company',
    files: {
      ...common,
      'hiring/jobs/glazier.md': `# Glazier

## Who we are

- A workshop
- A family

## Responsibilities

- Cut glass
- Fit windows

## [Perks](../perks.md)

- Lunch
`,
      'hiring/jobs/senior-plumber.md': '# Senior Plumber\n\n## Requirements\n\n* pipes\n',
    },
    expected: {
      'hiring/jobs/glazier.md': { title: 'Glazier', levels: ['|Glazier||2'] },
      'hiring/jobs/senior-plumber.md': { title: 'Senior Plumber', levels: ['|Senior Plumber||1'] },
    },
  },
  {
    name: 'areas as headings with the levels below each',
    files: {
      ...common,
      'people/skills-matrix.md': `# Roofing skills

## Tiles

### Level 1

- Carries tiles

### Level 2

- Lays tiles

## Safety

### Level 1

- Wears a rope

### Level 2

- Checks ropes
- Says no
`,
    },
    expected: { 'people/skills-matrix.md': { title: 'Roofing skills', levels: ['1|Level 1||2', '2|Level 2||3'] } },
  },
  {
    name: 'counted headings, and titles in brackets after the label',
    files: {
      ...common,
      'careers/smith.md':
        '# Smithing\n\n## 1. Junior Smith\n\n- Fans\n\n## 2. Smith\n\n- Forges\n\n## 3. Senior Smith\n\n- Teaches\n',
      'careers/tanner.md': '# Tanning\n\n## Level 1 (Tanner)\n\n- Soaks\n\n## Level 2 (Master Tanner)\n\n- Cures\n',
    },
    expected: {
      'careers/smith.md': { title: 'Smithing', levels: ['|Junior Smith||1', '|Smith||1', '|Senior Smith||1'] },
      'careers/tanner.md': { title: 'Tanning', levels: ['1|Tanner||1', '2|Master Tanner||1'] },
    },
  },
  {
    name: 'a page a level, named by its label or counted in its name',
    files: {
      ...common,
      'ladder/rope/ic1.md': '## Ropes\n\n- Coils\n',
      'ladder/rope/ic2.md': '## Ropes\n\n- Splices\n',
      'ladder/sails/01-junior-sailmaker.md': '# Junior Sailmaker\n\n- Cuts\n',
      'ladder/sails/02-sailmaker.md': '# Sailmaker\n\n- Sews\n',
      'ladder/sails/03-senior-sailmaker.md': '# Senior Sailmaker\n\n- Designs\n',
    },
    expected: {
      'ladder/rope/ic1.md': { title: 'Rope', levels: ['IC1|IC1||1'] },
      'ladder/rope/ic2.md': { title: 'Rope', levels: ['IC2|IC2||1'] },
      'ladder/sails/01-junior-sailmaker.md': { title: 'Sailmaker', levels: ['|Junior Sailmaker||1'] },
      'ladder/sails/02-sailmaker.md': { title: 'Sailmaker', levels: ['|Sailmaker||1'] },
      'ladder/sails/03-senior-sailmaker.md': { title: 'Sailmaker', levels: ['|Senior Sailmaker||1'] },
    },
  },
];
