import * as l10n from '@vscode/l10n';
import type { ExportedFamily } from './exportedFamily.ts';

/** The families of a department; `department` is undefined for those that stand in none. */
export interface Department {
  readonly department: string | undefined;
  readonly families: readonly ExportedFamily[];
}

/** Families by their departments, both in the order in which they come. */
export function familiesByDepartment(families: readonly ExportedFamily[]): Department[] {
  const departments = new Map<string | undefined, ExportedFamily[]>();
  for (const family of families) {
    const some = departments.get(family.department);
    if (some) some.push(family);
    else departments.set(family.department, [family]);
  }
  return [...departments].map(([department, some]) => ({ department, families: some }));
}

/** What a document of these families is called: the one family, the one department, or all that they are. */
export function documentTitle(families: readonly ExportedFamily[]): string {
  const [first] = families;
  if (first && families.length === 1) return first.title;
  const departments = new Set(families.map(family => family.department));
  return (departments.size === 1 ? first?.department : undefined) ?? l10n.t`Job families`;
}
