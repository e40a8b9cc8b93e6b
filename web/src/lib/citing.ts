/** Put a view into a citation whose hash tells whether the record still shows the same. */
import { record } from '../state/record.svelte';
import { day } from './dates';

export interface Citation {
  readonly text: string;
  readonly link: string;
  readonly hash: string;
}

export async function citation(title: string, shown: unknown): Promise<Citation> {
  const hash = await digest(JSON.stringify(shown));
  const link = location.href;
  const about = record.page;
  const made = [about?.title, about?.version ? `standoff ${about.version}` : ''].filter(Boolean).join(', ');
  return { text: `“${title}.” ${made}. Seen ${day(Date.now())}. ${link} (sha256 ${hash.slice(0, 16)})`, link, hash: `sha256:${hash}` };
}

/** Hash words; where the browser offers no digest (plain HTTP from another machine) a short checksum stands in. */
async function digest(text: string): Promise<string> {
  if (!('subtle' in crypto)) return checksum(text);
  const found = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(found)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function checksum(text: string): string {
  let sum = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) sum = ((sum ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return `fnv1a-${sum.toString(16).padStart(16, '0')}`;
}
