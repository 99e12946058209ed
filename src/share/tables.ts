/** The tables of a TrueType font, by their tags; throws where one is missing. */
export function tablesIn(bytes: Uint8Array): (tag: string) => DataView {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let i = 0; i < file.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    const [offset, length] = [file.getUint32(entry + 8), file.getUint32(entry + 12)];
    tables.set(tagAt(file, entry), new DataView(file.buffer, file.byteOffset + offset, length));
  }
  return (tag) => {
    const table = tables.get(tag);
    if (!table) throw new Error(`the font has no table ${tag}`);
    return table;
  };
}

export const tagAt = (view: DataView, offset: number): string =>
  String.fromCharCode(...Array.from({ length: 4 }, (_, i) => view.getUint8(offset + i)));

/** The part of a table that begins at an offset. */
export const from = (view: DataView, offset: number): DataView =>
  new DataView(view.buffer, view.byteOffset + offset, view.byteLength - offset);
