/**
 * The tables of Outlook.sqlite that matter, as Outlook 16.103 was seen to make them. What nobody has published is left
 * out; the two last columns of Mail are likely.
 */
export const outlookSchema = `
CREATE TABLE Mail (Record_RecordID INTEGER PRIMARY KEY ASC AUTOINCREMENT, PathToDataFile TEXT, Record_ModDate DATETIME,
  Record_FolderID INTEGER, Record_AccountUID INTEGER, Message_type INTEGER, Message_HasAttachment BOOLEAN,
  Message_Hidden BOOLEAN, Message_ImapUID INTEGER, Message_IsOutgoingMessage BOOLEAN, Message_MarkedForDelete BOOLEAN,
  Message_MentionedMe BOOLEAN, Message_MessageID TEXT, Message_NormalizedSubject TEXT,
  Message_PartiallyDownloaded BOOLEAN, Message_DownloadState INTEGER, Message_ReadFlag BOOLEAN,
  Message_RecipientList TEXT, Message_DisplayTo TEXT, Message_Preview TEXT, Message_SenderList TEXT,
  Message_Sent BOOLEAN, Message_Size INTEGER, Message_Status INTEGER, Message_SuppressAutoBackfill BOOLEAN,
  Conversation_ConversationID INTEGER, Message_ThreadTopic TEXT, Message_TimeReceived DATETIME,
  Message_TimeSent DATETIME, Record_DueDate DATETIME, Record_ExchangeOrEasId TEXT, Record_ExchangeChangeKey TEXT,
  Record_FlagStatus INTEGER, Record_Priority INTEGER, Record_HasReminder BOOLEAN, Record_Recover INTEGER,
  Message_InferenceClassification INTEGER, Threads_ThreadID INTEGER, Record_DedupeId TEXT,
  Message_ToRecipientAddressList TEXT, Message_CCRecipientAddressList TEXT, Message_SenderAddressList TEXT,
  Message_ItemMigrationStatus INTEGER, Message_MessageListData BLOB, Record_StartDate DATETIME, Record_UUID BLOB);
CREATE INDEX MailIndex_TimeWindow ON Mail
  (Record_FolderID, Message_TimeReceived DESC, Message_TimeSent DESC, Message_InferenceClassification);
CREATE TABLE Folders (Record_RecordID INTEGER PRIMARY KEY ASC AUTOINCREMENT, PathToDataFile TEXT,
  Record_ModDate DATETIME, Record_AccountUID INTEGER, Folder_ParentID INTEGER, Folder_FolderClass INTEGER,
  Folder_FolderType INTEGER, Folder_SpecialFolderType INTEGER, Folder_FolderOrder INTEGER, Folder_Name TEXT,
  Folder_ContainsPartialDwnldMsgs BOOLEAN, Record_ExchangeOrEasId TEXT, Record_ExchangeChangeKey TEXT,
  Folder_OnlineFolderType INTEGER, Folder_SubFolderSyncMapReset BOOLEAN, Folder_SyncMapReset BOOLEAN,
  Folder_IgnoreReminders BOOLEAN);
CREATE TABLE AccountsMail (Record_RecordID INTEGER PRIMARY KEY ASC AUTOINCREMENT, PathToDataFile TEXT NOT NULL,
  Account_AssociatedAccountOfUID INTEGER DEFAULT 0, Account_ExchangeAccountUID INTEGER DEFAULT 0,
  Account_Name TEXT COLLATE NOCASE, Account_EmailAddress TEXT COLLATE NOCASE, Account_DeviceGuid BLOB,
  Account_ServerType INTEGER NOT NULL, Account_IsAccountOffline BOOLEAN DEFAULT 0,
  Account_IsMigrated BOOLEAN DEFAULT 0, Account_SecondaryAccountMigrationStatus INTEGER DEFAULT 0);
CREATE TABLE AccountsExchange (Record_RecordID INTEGER PRIMARY KEY ASC AUTOINCREMENT, PathToDataFile TEXT NOT NULL,
  Account_AssociatedAccountOfUID INTEGER, Account_LdapAccountUID INTEGER, Account_MailAccountUID INTEGER,
  Account_Name TEXT, Account_EmailAddress TEXT);
CREATE TABLE Blocks (BlockID BLOB PRIMARY KEY, BlockTag INTEGER, PathToDataFile TEXT);
CREATE TABLE Mail_OwnedBlocks (Record_RecordID INTEGER, BlockID BLOB, BlockTag INTEGER);
CREATE TABLE Main (Record_RecordID INTEGER PRIMARY KEY, PathToDataFile TEXT);
CREATE TABLE Categories (Record_RecordID INTEGER PRIMARY KEY, Category_Name TEXT);`

/** A table of Outlook's own module: no other program can run a statement that touches it. */
export const filesTable = 'CREATE VIRTUAL TABLE Files USING FilesVTabModule(PathToDataFile)'

/** "Schema 38", as 16.103 writes it. */
export const userVersion = 0x260000

/** `Folder_SpecialFolderType`. */
export const specialFolderType = { none: 0, inbox: 1, outbox: 2, sent: 8, deleted: 9, drafts: 10, root: 99 }
