export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { createDataSource, type EntityClass, SnakeNaming } from './data-source.js';
export { newId } from './ids.js';
export { sqlList } from './sql.js';
export { isConstraintViolation } from './constraint.js';
export { LiteralStatement, prepared, Statement } from './statement.js';
export { type FileColumn, RowsFile, type RowsFormat } from './rows-file.js';
export { Listener, type ListenerOptions } from './listener.js';
