import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Framework } from './framework.entity.js';

/** An area of a framework by its code, such as `OA13`; budgets and indicators name it. */
@Entity('framework_areas')
export class FrameworkArea {
  @ForeignKey(() => Framework, { name: 'framework_areas_framework_key_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'framework_areas_pkey' })
  frameworkKey: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'framework_areas_pkey' })
  code: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;
}
