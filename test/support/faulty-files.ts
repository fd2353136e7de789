import { nodeFileSystem, type FileSystem, type OpenFile } from '#main/document/store-files.ts';

/** Something that can go wrong on a disk, as the system would report it. */
export interface Fault {
  readonly operation:
    | 'write'
    | 'sync'
    | 'truncate'
    | 'create'
    | 'open'
    | 'rename'
    | 'syncFolder'
    | 'read'
    | 'makeFolder';
  /** Part of the path that it strikes; everywhere when left out. */
  readonly at?: string;
  readonly code: string;
  /** How often it strikes; for ever when left out. */
  times?: number;
  /** For `write`: bytes that are still taken before the error. */
  readonly after?: number;
}

/** The real disk with faults that can be switched on and off, taking at most `mostPerWrite` bytes in one write. */
export const createFaultyFiles = (
  mostPerWrite = Infinity,
): { readonly files: FileSystem; faults: Fault[]; syncs: number } => {
  const disk: { files: FileSystem; faults: Fault[]; syncs: number } = { files: nodeFileSystem, faults: [], syncs: 0 };
  const due = (operation: Fault['operation'], path: string): Fault | undefined => {
    const fault = disk.faults.find(
      (one) => one.operation === operation && path.includes(one.at ?? '') && one.times !== 0,
    );
    if (fault?.times !== undefined) fault.times -= 1;
    return fault;
  };
  const strike = (operation: Fault['operation'], path: string): void => {
    const fault = due(operation, path);
    if (fault !== undefined) throw systemError(fault.code, path);
  };
  const wrap = (file: OpenFile, path: string): OpenFile => ({
    ...file,
    write: async (bytes, position) => {
      const fault = due('write', path);
      if (fault === undefined) return file.write(bytes.subarray(0, mostPerWrite), position);
      await file.write(bytes.subarray(0, fault.after ?? 0), position);
      throw systemError(fault.code, path);
    },
    truncate: async (size) => {
      strike('truncate', path);
      await file.truncate(size);
    },
    sync: async () => {
      strike('sync', path);
      disk.syncs += 1;
      await file.sync();
    },
  });
  disk.files = {
    ...nodeFileSystem,
    makeFolder: async (path) => {
      strike('makeFolder', path);
      await nodeFileSystem.makeFolder(path);
    },
    read: async (path) => {
      strike('read', path);
      return nodeFileSystem.read(path);
    },
    create: async (path) => {
      strike('create', path);
      return wrap(await nodeFileSystem.create(path), path);
    },
    open: async (path) => {
      strike('open', path);
      return wrap(await nodeFileSystem.open(path), path);
    },
    rename: async (from, to) => {
      strike('rename', to);
      await nodeFileSystem.rename(from, to);
    },
    syncFolder: async (path) => {
      strike('syncFolder', path);
      await nodeFileSystem.syncFolder(path);
    },
  };
  return disk;
};

const systemError = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code });
