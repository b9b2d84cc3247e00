export { AnswerCard, QuestionBox, type QuotedClause, type Says } from './answer.tsx';
export { counted, longDay, longMoment } from './dates.ts';
export { Button, ButtonLink, Choices, ErrorSummary, Select, TextArea, TextField, type Choice } from './fields.tsx';
export { drawDocument, type Frame, type NavItem } from './layout.tsx';
export { PolicyBody, Words, type PolicyBodyProps } from './policy-body.tsx';
export { Seal } from './seal.tsx';
export { Card, Chip, Details, Empty, Facts, Figure, Grid, Note, Progress, Tabs } from './small.tsx';
export { Filters, Paging, Table, type Column } from './table.tsx';
