package org.gongkai.query.desk;

import java.util.Map;
import java.util.Set;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/// Adds the CSRF token to every form that posts. A template does not write the field, so it cannot forget it.
@Component
class FormTokenDialect extends AbstractProcessorDialect {

	/// After all attribute processors: the method is final, and a replaced form is gone.
	private static final int LAST = Integer.MAX_VALUE;

	FormTokenDialect() {
		super("form-token", null, LAST);
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new FormToken());
	}

	private static final class FormToken extends AbstractElementTagProcessor {

		FormToken() {
			super(TemplateMode.HTML, null, "form", false, null, false, LAST);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag form,
				IElementTagStructureHandler structure) {
			if ("post".equalsIgnoreCase(form.getAttributeValue("method"))
					&& context.getVariable("_csrf") instanceof CsrfToken token) {
				IModelFactory factory = context.getModelFactory();
				IModel field = factory
					.createModel(factory.createStandaloneElementTag("input",
							Map.of("type", "hidden", "name", token.getParameterName(), "value",
									HtmlUtils.htmlEscape(token.getToken())),
							AttributeValueQuotes.DOUBLE, false, false));
				structure.insertImmediatelyAfter(field, false);
			}
		}

	}

}
