/** A file as its bytes: a browser that keeps nothing for long (a private window of Safari) keeps those, and no files. */
export interface FileBytes {
  name: string;
  type: string;
  bytes: ArrayBuffer;
}

export const toBytes = async (file: File): Promise<FileBytes> => ({
  name: file.name,
  type: file.type,
  bytes: await file.arrayBuffer(),
});

/** The file that was kept, in either way; undefined for anything else. */
export function toFile(value: unknown): File | undefined {
  if (value instanceof File) return value;
  const {name, type, bytes} = (value ?? {}) as Partial<FileBytes>;
  return bytes instanceof ArrayBuffer ? new File([bytes], String(name), {type: String(type)}) : undefined;
}
