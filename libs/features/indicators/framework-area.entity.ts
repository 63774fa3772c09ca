import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Framework } from './framework.entity.js';

/** An area of a framework by its code, such as `OA13`; budgets and indicators name it. */
@Entity('framework_areas')
export class FrameworkArea {
  @ForeignKey(() => Framework, { onDelete: 'CASCADE' })
  @PrimaryColumn('text')
  frameworkKey: string;

  @PrimaryColumn('text')
  code: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  nameEs: string;
}
