SwaggerUIBundle({
  dom_id: "#viewer",
  urls: [
    { name: "all", url: "/api/v1/openapi.json" },
    { name: "assessment", url: "/docs/openapi/assessment.json" },
    { name: "scoring", url: "/docs/openapi/scoring.json" },
    { name: "disclosure", url: "/docs/openapi/disclosure.json" },
    { name: "notification", url: "/docs/openapi/notification.json" },
  ],
  deepLinking: true,
  // The default would send the document to a validator on the internet.
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
});
