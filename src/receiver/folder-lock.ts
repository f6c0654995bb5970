/** A process that owns a folder, or owned it. */
export interface FolderOwner {
  readonly pid: number;
  /** When the process began, as the system says it: a pid is given again, a pair of both is not. */
  readonly started: string;
  /** Where the pid means something: host, boot and pid namespace. A container has its own. */
  readonly place: string;
  /** True when it has closed the folder. */
  readonly released: boolean;
}

/** What a lock asks of a folder and of the system. */
export interface LockPorts {
  /** As a person knows the folder. */
  readonly folder: string;
  readonly names: () => Promise<readonly string[]>;
  /** Writes a file whole under its name; false where there is one. */
  readonly create: (name: string, text: string) => Promise<boolean>;
  /** Rejects when it is not there. */
  readonly read: (name: string) => Promise<string>;
  /** Does nothing when it is not there. */
  readonly remove: (name: string) => Promise<void>;
  /** Whether the owner that wrote the file still runs. */
  readonly isRunning: (owner: FolderOwner, name: string) => Promise<boolean>;
}

/** A folder that is ours. */
export interface FolderLock {
  /** Name of our file, which is there for as long as nobody took us for gone. */
  readonly name: string;
  readonly release: () => Promise<void>;
}

const nameOf = (number: number): string => `owner-${number}.lock`;

async function latestNumber({ names }: LockPorts): Promise<number> {
  const numbers = (await names()).map((name) => /^owner-(\d+)\.lock$/.exec(name)?.[1]);
  return Math.max(0, ...numbers.map((number) => Number(number ?? 0)));
}

async function refuseLiving(ports: LockPorts, name: string): Promise<void> {
  let owner: FolderOwner;
  try {
    owner = JSON.parse(await ports.read(name)) as FolderOwner;
  } catch {
    // Gone meanwhile, or emptied by a power cut: whoever wrote that does not run any more.
    return;
  }
  if (owner.released || !(await ports.isRunning(owner, name))) return;
  throw new Error(
    `The data folder ${ports.folder} is in use by process ${owner.pid}: stop it, or choose another folder.`,
  );
}

/**
 * Makes this process the owner of a folder: of the lock file with the highest number. A file is
 * never taken over, only followed by the next number, which one process alone can create; so two
 * that find the same dead owner cannot both win. The highest one is never removed: at the end it is
 * followed by one that says `released`.
 *
 * @throws Error that names the process which has the folder.
 */
export async function takeFolder(ports: LockPorts, owner: FolderOwner): Promise<FolderLock> {
  for (;;) {
    const number = (await latestNumber(ports)) + 1;
    await refuseLiving(ports, nameOf(number - 1));
    const name = nameOf(number);
    if (!(await ports.create(name, JSON.stringify(owner)))) continue;
    // Others may have come and gone since we looked, and have taken this number away again.
    if ((await latestNumber(ports)) !== number) {
      await ports.remove(name);
      continue;
    }
    await ports.remove(nameOf(number - 1));
    const release = async (): Promise<void> => {
      await ports.create(nameOf(number + 1), JSON.stringify({ ...owner, released: true }));
      await ports.remove(name);
    };
    return { name, release };
  }
}
