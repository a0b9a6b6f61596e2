import type { StoreAddress } from './open-engine.ts';

/** One database of an engine, empty at first. */
export interface Database extends StoreAddress {
  /** Every row of every table as text, in a fixed order: equal texts are equal databases. */
  dump(): Promise<string>;
  /** The same as superuser, for what is no server; absent where there are no roles. */
  readonly adminLocation?: string;
  /** Kills the database program and starts it again on the same data; absent where the server is the database. */
  crash?(): Promise<void>;
  /** Lets go of it and deletes its data. */
  close(): Promise<void>;
}

/** The engines of the campaign; `memory` for what plays in one process and would only be slowed down by a disk. */
export type EngineName = StoreAddress['engine'] | 'memory';

/** A database engine that a part is run on. */
export interface Engine {
  readonly name: EngineName;
  /** Makes an empty database with this name, which is made of letters, digits and `-`. */
  createDatabase(name: string): Promise<Database>;
  stop(): Promise<void>;
}
