import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One face of the company. */
@Entity('brands')
export class BrandEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: number;

  @Column('text')
  name!: string;

  /** The word that names the brand in addresses of its support center. */
  @Column('text')
  slug!: string;

  /** Plain text below every reply. */
  @Column('text', { default: '' })
  signature!: string;

  /** What answers where a case has no other mailbox; null: the first one of the brand. */
  @Column('bigint', { name: 'default_mailbox_id', nullable: true })
  defaultMailboxId!: number | null;

  /** What its support center speaks; the first for whoever speaks none of them. */
  @Column('text', { array: true, default: () => `'{en}'` })
  languages!: string[];

  @Column('boolean', { name: 'center_open', default: true })
  centerOpen!: boolean;

  @Column('boolean', { name: 'offers_email', default: true })
  offersEmail!: boolean;

  @Column('boolean', { name: 'offers_questions', default: true })
  offersQuestions!: boolean;

  @Column('boolean', { name: 'offers_my_cases', default: true })
  offersMyCases!: boolean;

  /** `#rrggbb`; null: the colour of the default theme. */
  @Column('text', { nullable: true })
  colour!: string | null;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
