import type { PersonId, PhotoId } from "../../../shared/model/ids.ts";

/**
 * The photos of people who are being looked for, so that a filter may name a person. In memory alone:
 * no row of the catalogue ever says who is in a photo.
 */
export class People {
  readonly #photos = new Map<PersonId, Set<PhotoId>>();
  /** Grows with each change. */
  generation = 0;

  add(person: PersonId, photo: PhotoId) {
    this.generation += 1;
    const known = this.#photos.get(person);
    if (known) known.add(photo);
    else this.#photos.set(person, new Set([photo]));
  }

  /** By id, 1 for the photos of a person, of whom there are none when he was forgotten; null for everybody's. */
  flags(person: PersonId | null, end: number): Uint8Array | null {
    if (person === null) return null;
    const flags = new Uint8Array(end);
    for (const id of this.#photos.get(person) ?? []) flags[id] = 1;
    return flags;
  }

  forget(person: PersonId) {
    this.generation += 1;
    this.#photos.delete(person);
  }
}
