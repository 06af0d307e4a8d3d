trustedSchemes: list[str]
trustedHosts: list[str]
