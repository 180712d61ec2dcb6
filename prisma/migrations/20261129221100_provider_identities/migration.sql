-- Who a person is at a sign-in provider (OpenID Connect).
CREATE TABLE "ProviderIdentity" (
    "userId" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProviderIdentity_pkey" PRIMARY KEY ("userId","issuer")
);

-- CreateIndex
CREATE UNIQUE INDEX "ProviderIdentity_issuer_subject_key" ON "ProviderIdentity"("issuer", "subject");

-- AddForeignKey
ALTER TABLE "ProviderIdentity" ADD CONSTRAINT "ProviderIdentity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
