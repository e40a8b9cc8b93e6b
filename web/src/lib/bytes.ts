/** Return the bytes that an address carries in itself: a published page holds its files that way. */
export function carried(url: string): Uint8Array<ArrayBuffer> | null {
  if (!url.startsWith('data:')) return null;
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (char) => char.charCodeAt(0));
}
