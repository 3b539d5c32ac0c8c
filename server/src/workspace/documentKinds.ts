import { escapeGlob } from '../profile/globs.ts';
import type { Profile } from '../profile/profile.ts';
import {
  type CompiledSchema,
  catalogueSchema,
  configurationSchema,
  customProfileSchema,
  siteLintSchema,
} from '../schema/schemas.ts';
import { loadCatalogueTargets } from './catalogue.ts';
import type { LinkedDocument } from './linkedDocument.ts';
import type { Workspace } from './workspace.ts';

/** The YAML documents that are looked at besides pages. */
export type DocumentKind = 'catalogue' | 'configuration' | 'profile' | 'site-lint';

interface KindOfDocument {
  readonly schema: CompiledSchema;
  /** Globs of the paths by which a file is one. */
  readonly globs: (profile: Profile) => readonly string[];
  /** Loads what the findings of one need besides its own text. */
  readonly load: (document: LinkedDocument, workspace: Workspace) => Promise<void>;
}

/** What there is to know of each kind. Rules name the kind that they are for. */
export const documentKinds: Readonly<Record<DocumentKind, KindOfDocument>> = {
  catalogue: { schema: catalogueSchema, globs: profile => profile.site.catalogues, load: loadCatalogueTargets },
  configuration: { schema: configurationSchema, globs: () => ['**/.job-family.{yaml,yml}'], load: async () => {} },
  profile: { schema: customProfileSchema, globs: () => ['**/*.job-family-profile.{yaml,yml}'], load: async () => {} },
  'site-lint': {
    schema: siteLintSchema,
    globs: ({ site: { lintFile } }) => (lintFile === undefined ? [] : [`**/${escapeGlob(lintFile)}`]),
    load: async () => {},
  },
};
