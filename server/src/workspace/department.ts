/** The second folder of a family's address, `/job-families/customer-success/…`, in words; undefined where there is none. */
export function departmentOf(url: string | undefined): string | undefined {
  const folders = url?.split('/').slice(1, -2) ?? [];
  const words = folders[1]?.split('-').filter(word => word !== '');
  return words?.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
