import * as l10n from '@vscode/l10n';
import { globTrouble } from '../profile/globs.ts';
import { patternTrouble } from '../profile/patterns.ts';
import { type JsonSchema, schemasAt } from '../schema/jsonSchema.ts';
import type { CompiledSchema, SchemaError } from '../schema/schemas.ts';
import { pathOfPointer } from '../syntax/jsonPointer.ts';
import type { YamlDocument, YamlPath } from '../syntax/yamlDocument.ts';
import { editDistance } from '../text/editDistance.ts';
import { type Span, textOf } from '../text/span.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { allOf, oneOf, quote } from './quoted.ts';
import type { Report } from './rule.ts';

/** Something in a YAML document that is not as its schema has it, in plain words. */
export interface SchemaTrouble extends Report {
  /** The value that is wrong. */
  readonly path: YamlPath;
  readonly keyword: string;
  readonly about: string;
}

/** What is wrong with a document by its schema, in the document's order: one a cause. */
export function schemaTroubles(document: YamlDocument, schema: CompiledSchema): SchemaTrouble[] {
  const errors = oneACause(schema.errorsOf(document.value));
  const told = new Set<string>();
  return errors
    .flatMap(error => troubleOf(document, error, schema.schema) ?? [])
    .filter(({ span, path, keyword }) => {
      const key = `${span.start}-${span.end}-${keyword === 'required' ? keyword : path.join('/')}`;
      return !told.has(key) && told.add(key);
    })
    .sort((a, b) => a.span.start - b.span.start);
}

/**
 * Keys of an open map that are most likely slips of the keys: none of those that the schema names, and near to one that is
 * not there. What is near to nothing may be meant: such maps take any key.
 */
export function nearKeyTroubles(document: YamlDocument, path: YamlPath, known: readonly string[]): SchemaTrouble[] {
  const entries = document.entriesAt(path);
  // Keys count alike whatever their case.
  const present = new Set(entries.map(entry => entry.key.toLowerCase()));
  const names = new Set(known.map(name => name.toLowerCase()));
  return entries.flatMap(({ key, keySpan }) => {
    if (names.has(key.toLowerCase())) return [];
    const free = known.filter(name => !present.has(name.toLowerCase()));
    // Names of four letters are near to too much that may be meant.
    const near =
      free.find(name => isPlural(key.toLowerCase(), name.toLowerCase())) ??
      nearest(
        key,
        free.filter(name => Math.max(key.length, name.length) > 4),
      );
    if (near === undefined) return [];
    const message = l10n.t`“${key}” is no key that is known here. Is “${near}” meant?`;
    return [
      {
        span: keySpan,
        message,
        path: [...path, key],
        keyword: 'additionalProperties',
        about: aboutOf('additionalProperties', path),
        fixes: [renameFix(document, keySpan, near)],
      },
    ];
  });
}

/** True for names of which one is the other's plural. */
function isPlural(one: string, other: string): boolean {
  return [`${one}s`, `${one}es`].includes(other) || [`${other}s`, `${other}es`].includes(one);
}

/** The one of the names that a wrongly written one most likely means; undefined where none is near, or several are alike. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const plain = written.toLowerCase();
  const limit = plain.length < 4 ? 0 : plain.length < 8 ? 1 : 2;
  const distances = names.map(name => ({ name, distance: editDistance(plain, name.toLowerCase(), limit) }));
  const least = Math.min(...distances.map(one => one.distance), limit + 1);
  const best = distances.filter(one => one.distance === least);
  return least <= limit && best.length === 1 ? best[0]!.name : undefined;
}

/**
 * Of what a validator tells of the branches of a choice, that of the branch that is meant: the one whose type the value has.
 * A missing key is no cause of its own where a key nearly of that name stands there.
 */
function oneACause(errors: readonly SchemaError[]): readonly SchemaError[] {
  let left = [...errors];
  for (const choice of errors.filter(error => error.keyword === 'anyOf' || error.keyword === 'oneOf')) {
    const at = left.indexOf(choice);
    const inside = (error: SchemaError): boolean =>
      error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`);
    let first = at;
    while (first > 0 && inside(left[first - 1]!)) first--;
    const branch = left.slice(first, at);
    if (branch.length === 0) continue;
    left = [...left.slice(0, first), ...meant(branch, choice), ...left.slice(at + 1)];
  }
  const unknown = left.filter(error => error.keyword === 'additionalProperties');
  return left.filter(
    error =>
      error.keyword !== 'if' &&
      !unknown.some(
        one =>
          error.keyword === 'required' &&
          one.instancePath === error.instancePath &&
          nearest(String(one.params.additionalProperty), [String(error.params.missingProperty)]) !== undefined,
      ),
  );
}

function meant(branch: readonly SchemaError[], choice: SchemaError): readonly SchemaError[] {
  const here = (error: SchemaError): boolean => error.instancePath === choice.instancePath;
  const ofType = branch.filter(error => !(here(error) && (error.keyword === 'type' || isOtherKind(error))));
  if (ofType.length > 0) return ofType;
  const values = branch.filter(error => error.keyword === 'enum' || error.keyword === 'const');
  if (values.length > 0 && typeof choice.data !== 'object')
    return [{ ...values[0]!, keyword: 'enum', params: { allowedValues: values.flatMap(allowedValues) } }];
  const types = branch.flatMap(error => (error.keyword === 'type' ? [error.params.type].flat() : []));
  return [{ ...branch[0]!, keyword: 'type', params: { type: [...new Set(types)] } }];
}

/** A list of allowed values tells nothing of a value that is a map or a list. */
function isOtherKind(error: SchemaError): boolean {
  return (error.keyword === 'enum' || error.keyword === 'const') && typeof error.data === 'object';
}

function allowedValues(error: SchemaError): readonly unknown[] {
  return error.keyword === 'const' ? [error.params.allowedValue] : (error.params.allowedValues as readonly unknown[]);
}

function troubleOf(document: YamlDocument, error: SchemaError, schema: JsonSchema): SchemaTrouble | undefined {
  const path = pathOfPointer(error.instancePath, document.value);
  const { keyword, params } = error;
  const span = document.valueSpan(path) ?? document.span;
  const name = nameOf(path);
  const told = (message: string, at: Span = span, fixes: readonly Fix[] = []): SchemaTrouble => ({
    span: at.end > at.start ? at : (document.keySpan(path) ?? at),
    message,
    path,
    keyword,
    about: aboutOf(keyword, path, params.missingProperty),
    fixes,
  });
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const known = [...new Set(schemasAt(schema, path).flatMap(one => Object.keys(one.properties ?? {})))];
      const near = nearest(
        key,
        known.filter(one => !document.entriesAt(path).some(entry => entry.key === one)),
      );
      const keySpan = document.keySpan([...path, key]) ?? span;
      return {
        ...told(unknownKey(key, near, known), keySpan, near === undefined ? [] : [renameFix(document, keySpan, near)]),
        path: [...path, key],
      };
    }
    case 'required':
      return told(
        l10n.t`${capital(name)} lacks the key “${String(params.missingProperty)}”.`,
        document.entriesAt(path)[0]?.keySpan ?? span,
      );
    case 'type':
      return told(
        l10n.t`${capital(name)} must be ${oneOf([params.type].flat().map(type => typeWords(String(type))))}, not ${kindOf(error.data)}.`,
        span,
        typeFixes(document, path, span, [params.type].flat().map(String), error.data),
      );
    case 'enum':
    case 'const': {
      const values = allowedValues(error).map(String);
      const near = typeof error.data === 'string' ? nearest(error.data, values) : undefined;
      const fixes = near === undefined ? [] : [replaceFix(l10n.t`Write “${near}”`, span, near)];
      return told(wrongValue(capital(name), shown(error.data), values), span, fixes);
    }
    case 'pattern':
      return told(l10n.t`${shown(error.data)} is not written as ${name} must be.`);
    case 'format':
      return told(formatMessage(String(params.format), error.data));
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return told(
        Number(params.limit) === 1
          ? l10n.t`${capital(name)} is empty.`
          : l10n.t`${capital(name)} is too short: at least ${String(params.limit)} are wanted.`,
      );
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return told(l10n.t`${capital(name)} is too long: at most ${String(params.limit)} are allowed.`);
    case 'minimum':
      return told(l10n.t`${capital(name)} must be at least ${String(params.limit)}.`);
    case 'exclusiveMinimum':
      return told(l10n.t`${capital(name)} must be more than ${String(params.limit)}.`);
    case 'maximum':
      return told(l10n.t`${capital(name)} must be at most ${String(params.limit)}.`);
    case 'exclusiveMaximum':
      return told(l10n.t`${capital(name)} must be less than ${String(params.limit)}.`);
    case 'uniqueItems':
      return told(l10n.t`An entry of ${name} stands there twice.`, document.valueSpan([...path, Number(params.i)]) ?? span);
    case 'propertyNames':
      return told(
        l10n.t`“${String(params.propertyName)}” cannot be a key here.`,
        document.keySpan([...path, String(params.propertyName)]) ?? span,
      );
    default:
      return told(l10n.t`${capital(name)} is not as it must be here (${keyword}).`);
  }
}

function formatMessage(format: string, value: unknown): string {
  const written = String(value);
  const reason = (format === 'regex' ? patternTrouble : globTrouble)(written);
  const quoted = quote(written.length > 80 ? `${written.slice(0, 80)}…` : written);
  if (reason === undefined) return l10n.t`${quoted} cannot be used here.`;
  return format === 'regex' ? l10n.t`The regular expression ${quoted} ${reason}.` : l10n.t`The glob ${quoted} ${reason}.`;
}

/** What is wrong in words of no language; places in lists are no part of it, since they change with each entry before. */
function aboutOf(keyword: string, path: YamlPath, missing?: unknown): string {
  return [keyword, ...path.filter(segment => typeof segment === 'string'), ...(missing === undefined ? [] : [missing])].join(' ');
}

/** Values that YAML reads as another kind than was most likely meant: quotes on or off. */
function typeFixes(document: YamlDocument, path: YamlPath, span: Span, types: readonly string[], value: unknown): Fix[] {
  const written = textOf(document.text, span);
  if (span.end === span.start || path.length === 0) return [];
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean'))
    return [replaceFix(l10n.t`Put quotes around ${written}`, span, `"${written}"`)];
  if (typeof value !== 'string') return [];
  const isBoolean = types.includes('boolean') && /^(?:true|false)$/.test(value);
  const isNumber = (types.includes('number') || types.includes('integer')) && /^-?\d+(?:\.\d+)?$/.test(value);
  return isBoolean || isNumber ? [replaceFix(l10n.t`Remove the quotes`, span, value)] : [];
}

function renameFix(document: YamlDocument, keySpan: Span, name: string): Fix {
  const quote = /^["']/.exec(textOf(document.text, keySpan))?.[0] ?? '';
  return replaceFix(l10n.t`Write “${name}”`, keySpan, `${quote}${name}${quote}`);
}

/** How a message calls the value at a path. */
function nameOf(path: YamlPath): string {
  const last = path.at(-1);
  if (last === undefined) return l10n.t`the file`;
  if (typeof last === 'string') return quote(last);
  const list = path.findLast(segment => typeof segment === 'string');
  return list === undefined ? l10n.t`entry ${last + 1}` : l10n.t`entry ${last + 1} of “${list}”`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? quote(String(value))
    : kindOf(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return l10n.t`empty`;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && !Number.isInteger(value)) return String(value);
  return typeWords(Array.isArray(value) ? 'array' : typeof value);
}

function typeWords(type: string): string {
  switch (type) {
    case 'string':
      return l10n.t`a text`;
    case 'number':
      return l10n.t`a number`;
    case 'integer':
      return l10n.t`a whole number`;
    case 'boolean':
      return l10n.t`true or false`;
    case 'array':
      return l10n.t`a list`;
    case 'object':
      return l10n.t`a group of keys`;
    case 'null':
      return l10n.t`empty`;
    default:
      return type;
  }
}

function unknownKey(key: string, near: string | undefined, known: readonly string[]): string {
  if (near !== undefined) return l10n.t`“${key}” is no key that is known here. Is “${near}” meant?`;
  return isReadable(known)
    ? l10n.t`“${key}” is no key that is known here. Known are ${allOf(known.map(quote))}.`
    : l10n.t`“${key}” is no key that is known here.`;
}

function wrongValue(name: string, value: string, allowed: readonly string[]): string {
  return isReadable(allowed)
    ? l10n.t`${name} cannot be ${value}. It is one of ${oneOf(allowed.map(quote))}.`
    : l10n.t`${name} cannot be ${value}.`;
}

/** More names than a reader takes in help nobody. */
function isReadable(names: readonly string[]): boolean {
  return names.length > 0 && names.length <= 12;
}
