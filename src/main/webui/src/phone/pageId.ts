const KEPT_AS = 'rescueline.page';

/** A random id (UUID version 4). `randomUUID` exists only on secure pages; a console on plain HTTP needs ids too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
}

/** This page's own name. It survives a reload, so that the desk is still its own afterwards, and ends with the tab. */
export function pageId(): string {
  const kept = sessionStorage.getItem(KEPT_AS);
  if (kept !== null) return kept;
  const drawn = newId();
  sessionStorage.setItem(KEPT_AS, drawn);
  return drawn;
}
