import { Injectable } from '@nestjs/common';
import { Propagation, TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Statement } from './statement.ts';

/** Thrown at the end of a rehearsal, so that its transaction does not stay. */
class Rehearsed<T> extends Error {
  answer: { given: T } | undefined;
}

/** The only way to the database. Everything run through it joins the transaction that is open, if one is. */
@Injectable()
export class Database {
  constructor(
    private readonly host: TransactionHost<TransactionalAdapterTypeOrm>,
    private readonly dataSource: DataSource,
  ) {}

  /** All rows of a statement; a named one is prepared once for each connection. */
  async rows<Row extends QueryResultRow>(query: Statement | string, values: unknown[] = []): Promise<Row[]> {
    const connection = await this.connection();
    const result = await connection.query<Row>(typeof query === 'string' ? query : { ...query, values }, values);
    return result.rows;
  }

  /** The first row, or undefined. */
  async row<Row extends QueryResultRow>(query: Statement | string, values: unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(query, values))[0];
  }

  /** How many rows a write touched. */
  async run(query: Statement | string, values: unknown[] = []): Promise<number> {
    const connection = await this.connection();
    const result = await connection.query(typeof query === 'string' ? query : { ...query, values }, values);
    return result.rowCount ?? 0;
  }

  repository<E extends ObjectLiteral>(entity: EntityTarget<E>): Repository<E> {
    return this.manager.getRepository(entity);
  }

  /** Runs `work` in the open transaction, or in a new one. For loops and jobs; verbs use @Transactional. */
  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.host.withTransaction(work);
  }

  /** Runs `work` so that, when it throws, what it wrote is taken back and the open transaction lives on. */
  savepoint<T>(work: () => Promise<T>): Promise<T> {
    return this.host.withTransaction(Propagation.Nested, work);
  }

  /** Runs `work` on a connection of its own, whatever transaction is open: for what is read meanwhile and kept in memory. */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return this.host.withoutTransaction(work);
  }

  /** Runs `work`, takes back everything that it wrote, facts and jobs of the database included, and gives its answer. */
  async rehearse<T>(work: () => Promise<T>): Promise<T> {
    const over = new Rehearsed<T>();
    try {
      return await this.savepoint(async () => {
        over.answer = { given: await work() };
        throw over;
      });
    } catch (error) {
      if (error === over && over.answer) return over.answer.given;
      throw error;
    }
  }

  private get manager(): EntityManager {
    return this.host.tx;
  }

  private async connection(): Promise<Pool | PoolClient> {
    const runner = this.manager.queryRunner;
    if (runner) {
      const client: PoolClient = await runner.connect();
      return client;
    }
    if (!(this.dataSource.driver instanceof PostgresDriver)) throw new Error('Bureau runs on PostgreSQL only.');
    const pool: Pool = this.dataSource.driver.master;
    return pool;
  }
}
